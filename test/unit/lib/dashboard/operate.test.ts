import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeLimit, dialogLimit, needLimit, refusalLimit } from '../../../../lib/dashboard/limits.ts';
import { stopClock } from '../support/clock.ts';
import { newOrgId } from '../support/pages.ts';
import { ScriptedPage } from '../support/scripted-page.ts';

beforeEach(stopClock);

const done = { kind: 'pressed', changed: true, answered: true };
const notPressed = (failure: string) => ({ kind: 'notPressed', failure });
/** Plays `page` to its end, or for so long (ms) and then to its end. */
async function play<T>(ending: Promise<T>, ms = 0): Promise<T> {
  await vi.advanceTimersByTimeAsync(ms);
  const ended = await Promise.race([ending, vi.advanceTimersByTimeAsync(needLimit * 2).then(() => null)]);
  return ended ?? expect.fail('it should end within its limits');
}

describe.each([
  ['regenerate', 'Regenerate'],
  ['delete', 'Delete'],
] as const)('%s', (kind, verb) => {
  const asked = [verb, `dialog: ${verb}`];
  const left = [verb, 'dialog: Cancel'];

  it('presses the confirm of the page’s dialog once, and sees the change', async () => {
    const page = new ScriptedPage();
    expect(await play(page.run(await page.task(kind)))).toEqual(done);
    expect(page.pressed).toEqual(asked);
    expect(page.mayFire).toHaveBeenCalledOnce();
    expect(page.reported.map(([step]) => step)).toEqual(['reading', 'asking', 'confirming', 'watching']);
  });

  it('asks before it presses the confirm', async () => {
    const page = new ScriptedPage();
    page.mayFire.mockImplementation(async () => {
      expect(page.pressed).toEqual([verb]);
      return true;
    });
    await play(page.run(await page.task(kind)));
    expect(page.mayFire).toHaveBeenCalledOnce();
  });

  it('presses nothing but Cancel where it may not', async () => {
    const page = new ScriptedPage();
    page.mayFire.mockResolvedValue(false);
    expect(await play(page.run(await page.task(kind)))).toEqual(notPressed('interrupted'));
    expect(page.pressed).toEqual(left);
  });

  it('presses nothing where the dialog has gone while it asked', async () => {
    const page = new ScriptedPage();
    page.mayFire.mockImplementation(async () => {
      page.doc.getElementById('dialogs')?.replaceChildren();
      return true;
    });
    expect(await play(page.run(await page.task(kind)))).toEqual(notPressed('interrupted'));
    expect(page.pressed).toEqual([verb]);
  });

  it('cancels where the token changes while the dialog is open', async () => {
    const page = new ScriptedPage();
    page.onOpen = (each) => {
      page.apply('regenerate');
      page.openDialog(each);
    };
    const ended = await play(page.run(await page.task(kind)));
    expect(page.pressed).not.toContain(`dialog: ${verb}`);
    // After a press on Regenerate a new token may as well be the page's own doing.
    expect(ended).toEqual(kind === 'regenerate' ? done : notPressed('changedElsewhere'));
  });

  it('cancels where another account appears while the dialog is open', async () => {
    const page = new ScriptedPage();
    const task = await page.task(kind);
    page.onOpen = (each) => {
      Object.assign(page, { label: 'max@other.example' });
      page.draw();
      page.openDialog(each);
    };
    expect(await play(page.run(task))).toEqual(notPressed('otherAccount'));
    expect(page.pressed).toEqual(left);
  });

  it('waits for a dialog that takes its time', async () => {
    const page = new ScriptedPage();
    page.onOpen = (each) => void setTimeout(() => page.openDialog(each), dialogLimit - 1_000);
    expect(await play(page.run(await page.task(kind)))).toEqual(done);
    expect(page.pressed).toEqual(asked);
    expect(page.reported.every(([, need]) => need === null)).toBe(true);
  });

  it('says that somebody is needed where no dialog comes, goes on when it does', async () => {
    const page = new ScriptedPage();
    page.onOpen = (each) => void setTimeout(() => page.openDialog(each), dialogLimit * 3);
    expect(await play(page.run(await page.task(kind)))).toEqual(done);
    expect(page.pressed).toEqual(asked);
    expect(page.reported).toContainEqual(['asking', 'unknownDialog']);
  });

  it('gives up in the end where no dialog comes', async () => {
    const page = new ScriptedPage();
    page.onOpen = () => undefined;
    expect(await play(page.run(await page.task(kind)))).toEqual(notPressed('timedOut'));
    expect(page.pressed).toEqual([verb]);
    expect(page.mayFire).not.toHaveBeenCalled();
  });

  it('knows a hidden tab from a dialog it does not know', async () => {
    const page = new ScriptedPage();
    Object.defineProperty(page.doc, 'hidden', { value: true });
    page.onOpen = () => undefined;
    await play(page.run(await page.task(kind)));
    expect(page.reported).toContainEqual(['asking', 'hiddenTab']);
  });

  it('notices a page that does it without a dialog', async () => {
    const page = new ScriptedPage();
    page.onOpen = (each) => page.apply(each);
    expect(await play(page.run(await page.task(kind)))).toEqual(done);
    expect(page.pressed).toEqual([verb]);
  });

  it.each([
    ['at once', (say: () => void) => say()],
    ['after a while', (say: () => void) => void setTimeout(say, 1_000)],
  ])('has an answer where the page says %s that it failed', async (_, when) => {
    const page = new ScriptedPage();
    page.onConfirm = () => when(() => page.say('Something went wrong.'));
    const ending = page.run(await page.task(kind));
    const ended = await Promise.race([ending, vi.advanceTimersByTimeAsync(refusalLimit + 3_000).then(() => null)]);
    expect(ended).toEqual({ kind: 'pressed', changed: false, answered: true });
    expect(page.pressed).toEqual(asked);
  });

  it('believes a change that comes after the alert', async () => {
    const page = new ScriptedPage();
    page.onConfirm = (each) => {
      page.say('Retrying.');
      setTimeout(() => page.apply(each), refusalLimit - 1_000);
    };
    expect(await play(page.run(await page.task(kind)))).toEqual(done);
  });

  it('has no answer where the page says nothing', async () => {
    const page = new ScriptedPage();
    page.onConfirm = () => undefined;
    const ending = page.run(await page.task(kind));
    expect(await play(ending, changeLimit)).toEqual({ kind: 'pressed', changed: false, answered: false });
    expect(page.pressed).toEqual(asked);
  });

  it('leaves an account alone that has another organisation', async () => {
    const page = new ScriptedPage();
    expect(await play(page.run(await page.task(kind, { orgId: newOrgId() })))).toEqual(notPressed('otherAccount'));
    expect(page.pressed).toEqual([]);
  });
});
