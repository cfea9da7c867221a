/** Pages that change, ask twice or say little while an operation is on its way. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeLimit, dialogLimit, needLimit } from '../../../../lib/dashboard/limits.ts';
import type { Task } from '../../../../lib/dashboard/operate.ts';
import type { OperationKind } from '../../../../lib/state/schemas.ts';
import { stopClock } from '../support/clock.ts';
import { ScriptedPage } from '../support/scripted-page.ts';
import { buttonOf, outlines, sayInside } from './by-hand.ts';

beforeEach(stopClock);

const done = { kind: 'pressed', changed: true, answered: true };
const nobodyKnows = { kind: 'pressed', changed: false, answered: false };
const notPressed = (failure: string) => ({ kind: 'notPressed', failure });

async function play(page: ScriptedPage, task: Task) {
  const [ended] = await Promise.all([page.run(task), vi.advanceTimersByTimeAsync(needLimit * 2)]);
  return ended;
}

/** What the person was asked for, as it was reported. */
const needs = (page: ScriptedPage) => page.reported.map(([, need]) => need).filter((need) => need !== null);
/** Has `happens` happen while the ledger is asked, which then says `may`. */
function whileAsked(page: ScriptedPage, happens: () => void, may = true): void {
  page.mayFire.mockImplementation(async () => {
    happens();
    return may;
  });
}

describe.each([
  ['regenerate', 'Regenerate'],
  ['delete', 'Delete'],
] as const)('%s', (kind, verb) => {
  const rename = (page: ScriptedPage) => page.inDialog(verb)?.replaceChildren('Save');
  /** The dialog draws its Cancel anew; what was pressed before would only seem to be there still. */
  const redrawCancel = (page: ScriptedPage) => {
    const cancel = page.inDialog('Cancel');
    cancel?.replaceWith(cancel.cloneNode(true));
    page.become({ label: 'max@other.example' });
  };

  it.each<[string, (page: ScriptedPage) => void]>([
    ['its confirm is for something else', rename],
    ['a second one has come', (page) => page.openDialog(kind)],
    ['its Cancel is another', redrawCancel],
  ])('does not press the Cancel of a dialog that it does not know any more: %s', async (_, happens) => {
    const page = new ScriptedPage();
    whileAsked(page, () => happens(page));
    expect(await play(page, await page.task(kind))).toEqual(notPressed('interrupted'));
    expect(page.pressed).toEqual([verb]);
  });

  it.each([
    ['at', 0, [], notPressed('interrupted')],
    ['before', 1, [verb], done],
  ] as const)('%s the time from which on it is not begun any more', async (_, left, pressed, ended) => {
    const page = new ScriptedPage();
    page.mayFire.mockResolvedValue(true);
    expect(await play(page, await page.task(kind, { until: Date.now() + left }))).toMatchObject(ended);
    expect(page.pressed.slice(0, 1)).toEqual(pressed);
  });

  it('presses its Cancel all the same where it may not fire', async () => {
    const page = new ScriptedPage();
    whileAsked(page, () => rename(page), false);
    expect(await play(page, await page.task(kind))).toEqual(notPressed('interrupted'));
    expect(page.pressed).toEqual([verb, 'dialog: Cancel']);
  });

  it('takes no dialog for its own that was open before', async () => {
    const page = new ScriptedPage();
    page.openDialog(kind);
    page.onOpen = () => undefined;
    expect(await play(page, await page.task(kind))).toEqual({ kind: 'pressed', changed: false, answered: false });
    expect(page.pressed).toEqual([verb]);
    expect(page.mayFire).not.toHaveBeenCalled();
  });

  it('outlines the page’s own button where no dialog comes, until one does', async () => {
    const page = new ScriptedPage();
    const outlined = outlines(page);
    page.onOpen = (each) => void setTimeout(() => page.openDialog(each), dialogLimit * 3);
    const seen: Element[][] = [];
    for (const time of [dialogLimit - 1_000, dialogLimit * 2]) setTimeout(() => seen.push(outlined()), time);
    expect(await play(page, await page.task(kind))).toEqual(done);
    expect(seen[0]).toEqual([]);
    expect(seen[1]?.map((element) => element.textContent)).toEqual([verb]);
    expect(outlined()).toEqual([]);
  });

  it('asks nobody for help with a dialog that comes after its confirm was pressed', async () => {
    const page = new ScriptedPage();
    const outlined = outlines(page);
    page.onConfirm = (each) => void setTimeout(() => page.openDialog(each), 1_000);
    setTimeout(() => expect(outlined()).toEqual([]), 5_000);
    const started = Date.now();
    let endedAt = 0;
    const ending = page.run(await page.task(kind)).finally(() => {
      endedAt = Date.now();
    });
    await vi.advanceTimersByTimeAsync(needLimit * 2);
    expect(await ending).toEqual(nobodyKnows);
    expect(needs(page)).toEqual([]);
    expect(endedAt - started).toBeLessThanOrEqual(changeLimit + 1_000);
  });

  it('asks nobody for help with a dialog that comes once the token has gone', async () => {
    const page = new ScriptedPage();
    page.onConfirm = (each) => {
      page.show(null);
      setTimeout(() => page.openDialog(each), 100);
    };
    expect(await play(page, await page.task(kind))).toEqual(kind === 'delete' ? done : nobodyKnows);
    expect(needs(page)).toEqual([]);
  });

  it.each([
    ['whose', { label: '' }],
    ['which organisation’s', { orgId: '' }],
  ])('goes on where the page does not say %s it is', async (_, who) => {
    const page = new ScriptedPage();
    const task = await page.task(kind);
    page.become(who);
    expect(await play(page, task)).toEqual(done);
  });
});

describe('generate', () => {
  it('presses no button that has become another while it asked, though the page still offers to generate', async () => {
    const page = new ScriptedPage(null);
    whileAsked(page, () => {
      const old = buttonOf(page, 'Generate');
      old?.replaceWith(old.cloneNode(true));
      old?.replaceChildren('Save');
      page.doc.querySelector('main')?.append(old ?? '');
    });
    expect(await play(page, await page.task('generate'))).toEqual(notPressed('interrupted'));
    expect(page.pressed).toEqual([]);
  });

  it('takes its outline from a dialog that nobody answers, and says so', async () => {
    const page = new ScriptedPage(null);
    const outlined = outlines(page);
    page.onOpen = (kind) => void setTimeout(() => page.openDialog(kind), 100);
    setTimeout(() => expect(outlined()).toEqual([page.inDialog('Generate')]), 60_000);
    expect(await play(page, await page.task('generate'))).toEqual(nobodyKnows);
    expect(outlined()).toEqual([]);
    expect(page.reported.at(-1)).toEqual(['asking', null]);
    expect(needs(page)).toEqual(['unknownDialog']);
  });

  it.each<[string, (page: ScriptedPage) => void, boolean]>([
    ['the page has said that it failed', (page) => sayInside(page, 'main', 'Something went wrong.'), true],
    ['the page cannot be read', (page) => page.doc.querySelector('main')?.replaceChildren(), false],
  ])('asks nobody for help with a dialog once %s', async (_, happens, answered) => {
    const page = new ScriptedPage(null);
    const open = (kind: OperationKind) => setTimeout(() => page.openDialog(kind), 1_000);
    page.onOpen = (kind) => {
      happens(page);
      open(kind);
    };
    expect(await play(page, await page.task('generate'))).toEqual({ ...nobodyKnows, answered });
    expect(needs(page)).toEqual([]);
    expect(page.pressed).toEqual(['Generate']);
  });
});
