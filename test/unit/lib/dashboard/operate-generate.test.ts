import { beforeEach, describe, expect, it, vi } from 'vitest';
import { atOnceLimit, changeLimit, dialogLimit, needLimit } from '../../../../lib/dashboard/limits.ts';
import type { Task } from '../../../../lib/dashboard/operate.ts';
import { stopClock } from '../support/clock.ts';
import { newToken } from '../support/pages.ts';
import { ScriptedPage } from '../support/scripted-page.ts';
import { buttonOf, click, outlines, sayInside } from './by-hand.ts';

beforeEach(stopClock);

const done = { kind: 'pressed', changed: true, answered: true };
const nobodyKnows = { kind: 'pressed', changed: false, answered: false };
async function play(page: ScriptedPage, task: Task) {
  const [ended] = await Promise.all([page.run(task), vi.advanceTimersByTimeAsync(needLimit * 2)]);
  return ended;
}

describe('generate', () => {
  it('asks before its one press', async () => {
    const page = new ScriptedPage(null);
    page.onOpen = (kind) => page.apply(kind);
    page.mayFire.mockImplementation(async () => {
      expect(page.pressed).toEqual([]);
      return true;
    });
    expect(await play(page, await page.task('generate'))).toEqual(done);
    expect(page.pressed).toEqual(['Generate']);
    expect(page.mayFire).toHaveBeenCalledOnce();
    expect(page.reported.map(([step]) => step)).toEqual(['reading', 'confirming', 'watching']);
  });

  it('confirms the dialog that the page may open', async () => {
    const page = new ScriptedPage(null);
    expect(await play(page, await page.task('generate'))).toEqual(done);
    expect(page.pressed).toEqual(['Generate', 'dialog: Generate']);
    expect(page.mayFire).toHaveBeenCalledOnce();
  });

  describe('the dialog that it has confirmed', () => {
    /** The page's dialog stays where it is when it is confirmed; `then` happens after. */
    const standing = (then: (page: ScriptedPage, dialog: Element) => void) => {
      const page = new ScriptedPage(null);
      page.onConfirm = () => {
        const dialogs = page.doc.getElementById('dialogs');
        dialogs?.append(box);
        then(page, box);
      };
      let box: Element;
      page.onOpen = (kind) => {
        page.openDialog(kind);
        box = page.doc.querySelector('#dialogs > div') as Element;
      };
      return page;
    };
    const steps = (page: ScriptedPage) => page.reported.map(([step]) => step);

    it('needs nobody while it stands until the answer comes', async () => {
      const page = standing((_, box) =>
        setTimeout(() => {
          box.remove();
          page.apply('generate');
        }, changeLimit / 2),
      );
      const outlined = outlines(page);
      setTimeout(() => expect(outlined()).toEqual([]), changeLimit / 4);
      expect(await play(page, await page.task('generate'))).toEqual(done);
      expect(steps(page)).toEqual(['reading', 'confirming', 'watching']);
    });

    it('is a question once it has gone and come back', async () => {
      const page = standing((_, box) => {
        setTimeout(() => box.remove(), 1_000);
        setTimeout(() => page.doc.getElementById('dialogs')?.append(box), 5_000);
      });
      expect(await play(page, await page.task('generate'))).toEqual(nobodyKnows);
      expect(steps(page)).toContain('asking');
    });
  });

  it('confirms one dialog only, even if the page asks again', async () => {
    const page = new ScriptedPage(null);
    page.onConfirm = (kind) => page.openDialog(kind);
    expect(await play(page, await page.task('generate'))).toEqual({ kind: 'pressed', changed: false, answered: false });
    expect(page.pressed).toEqual(['Generate', 'dialog: Generate']);
  });

  it('confirms a dialog that the page draws by promises', async () => {
    const page = new ScriptedPage(null);
    page.onOpen = async (kind) => {
      await Promise.resolve();
      await Promise.resolve();
      page.openDialog(kind);
    };
    expect(await play(page, await page.task('generate'))).toEqual(done);
    expect(page.pressed).toEqual(['Generate', 'dialog: Generate']);
  });

  // The first press has sent its request by then, for all anybody knows.
  it.each<[string, (page: ScriptedPage, open: () => void) => void]>([
    ['at the next task', (_, open) => void setTimeout(open, 0)],
    ['after a while', (_, open) => void setTimeout(open, dialogLimit - 1_000)],
    ['late', (_, open) => void setTimeout(open, dialogLimit + 1_000)],
    [
      'at once, after the press was held',
      (_, open) => {
        vi.setSystemTime(Date.now() + atOnceLimit + 1);
        open();
      },
    ],
  ])('leaves a dialog to the person that comes %s', async (_, happens) => {
    for (const answered of [true, false]) {
      const page = new ScriptedPage(null);
      const outlined = outlines(page);
      page.onOpen = (kind) => happens(page, () => page.openDialog(kind));
      const answer = () => {
        expect(page.reported.at(-1)).toEqual(['asking', 'unknownDialog']);
        expect(outlined()).toEqual([page.inDialog('Generate')]);
        click(page.inDialog(answered ? 'Generate' : 'Cancel'));
      };
      setTimeout(answer, 60_000);
      expect(await play(page, await page.task('generate'))).toEqual(answered ? done : nobodyKnows);
      expect(page.pressed).toEqual(['Generate', `dialog: ${answered ? 'Generate' : 'Cancel'}`]);
      expect(page.mayFire).toHaveBeenCalledOnce();
      expect(outlined()).toEqual([]);
      // Who answered it may have done so just now, and what is under way since is not over.
      if (!answered) expect(page.reported.at(-1)).toEqual(['asking', null]);
    }
  });

  it('watches a dialog that nobody answers for its limit', async () => {
    const page = new ScriptedPage(null);
    page.onOpen = (kind) => void setTimeout(() => page.openDialog(kind), 100);
    const started = Date.now();
    let endedAt = 0;
    const ending = page.run(await page.task('generate')).finally(() => {
      endedAt = Date.now();
    });
    await vi.advanceTimersByTimeAsync(needLimit * 2);
    expect(await ending).toEqual(nobodyKnows);
    expect(endedAt - started).toBeGreaterThanOrEqual(needLimit);
    expect(endedAt - started).toBeLessThanOrEqual(needLimit + 1_000);
    expect(page.pressed).toEqual(['Generate']);
  });

  it('confirms no dialog that says at once that it failed', async () => {
    const page = new ScriptedPage(null);
    page.onOpen = (kind) => {
      page.openDialog(kind);
      sayInside(page, '[role=dialog]', 'Could not generate.');
    };
    expect(await play(page, await page.task('generate'))).toEqual({ kind: 'pressed', changed: false, answered: true });
    expect(page.pressed).toEqual(['Generate']);
  });

  it.each([true, false])('presses nothing that the person has pressed while it asked: %s', async (may) => {
    for (const changes of [true, false]) {
      const page = new ScriptedPage(null);
      page.onOpen = (kind) => void (changes && setTimeout(() => page.apply(kind), 8_000));
      page.mayFire.mockImplementation(async () => {
        click(buttonOf(page, 'Generate'));
        return may;
      });
      expect(await play(page, await page.task('generate'))).toEqual(changes ? done : nobodyKnows);
      expect(page.pressed).toEqual(['Generate']);
    }
  });

  it('does not mind what else the person presses while it asks', async () => {
    const page = new ScriptedPage(null);
    page.onOpen = (kind) => page.apply(kind);
    page.mayFire.mockImplementation(async () => {
      click(page.doc.querySelector('h1'));
      return true;
    });
    expect(await play(page, await page.task('generate'))).toEqual(done);
  });

  it.each<[string, (page: ScriptedPage) => void]>([
    ['a token', (page) => page.apply('generate')],
    ['nothing that can be read', (page) => page.doc.querySelector('main')?.replaceChildren()],
    ['nobody who is signed in', (page) => page.doc.querySelector('header')?.replaceChildren()],
  ])('confirms no dialog while the page shows %s', async (_, shows) => {
    const page = new ScriptedPage(null);
    page.onOpen = (kind) => {
      shows(page);
      page.openDialog(kind);
    };
    await play(page, await page.task('generate'));
    expect(page.pressed).toEqual(['Generate']);
  });

  it('confirms no dialog where the page has said that it failed', async () => {
    const page = new ScriptedPage(null);
    page.onOpen = (kind) => {
      sayInside(page, 'main', 'Something went wrong.');
      setTimeout(() => page.openDialog(kind), 1_000);
    };
    expect(await play(page, await page.task('generate'))).toEqual({ kind: 'pressed', changed: false, answered: true });
    expect(page.pressed).toEqual(['Generate']);
  });

  it('believes no token that is taken back', async () => {
    const page = new ScriptedPage(null);
    page.onOpen = (kind) => {
      page.apply(kind);
      setTimeout(() => page.show(null), 300);
    };
    expect(await play(page, await page.task('generate'))).toEqual({ kind: 'pressed', changed: false, answered: false });
    expect(page.pressed).toEqual(['Generate']);
  });

  it('presses nothing where another person appears while it asked', async () => {
    const page = new ScriptedPage(null);
    page.mayFire.mockImplementation(async () => {
      page.become({ label: 'max@other.example' });
      return true;
    });
    expect(await play(page, await page.task('generate'))).toEqual({ kind: 'notPressed', failure: 'interrupted' });
    expect(page.pressed).toEqual([]);
  });

  it('presses nothing where nobody is signed in', async () => {
    const page = new ScriptedPage(null);
    page.doc.querySelector('header a')?.remove();
    expect(await play(page, await page.task('generate'))).toEqual({ kind: 'notPressed', failure: 'unreadable' });
    expect(page.pressed).toEqual([]);
  });

  it('takes no alert for an answer that was there before', async () => {
    const page = new ScriptedPage(null);
    sayInside(page, 'main', 'Your trial ends soon.');
    page.onOpen = () => undefined;
    expect(await play(page, await page.task('generate'))).toEqual({ kind: 'pressed', changed: false, answered: false });
  });

  it('presses nothing where it may not', async () => {
    const page = new ScriptedPage(null);
    page.mayFire.mockResolvedValue(false);
    expect(await play(page, await page.task('generate'))).toEqual({ kind: 'notPressed', failure: 'interrupted' });
    expect(page.pressed).toEqual([]);
  });

  it('presses nothing where the button went while it asked', async () => {
    const page = new ScriptedPage(null);
    page.mayFire.mockImplementation(async () => {
      page.token = newToken();
      page.draw();
      return true;
    });
    expect(await play(page, await page.task('generate'))).toEqual({ kind: 'notPressed', failure: 'interrupted' });
    expect(page.pressed).toEqual([]);
  });

  it('presses nothing where the button is disabled', async () => {
    const page = new ScriptedPage(null);
    page.doc.querySelector('main button')?.setAttribute('aria-disabled', 'true');
    expect(await play(page, await page.task('generate'))).toEqual({ kind: 'notPressed', failure: 'unreadable' });
    expect(page.pressed).toEqual([]);
  });

  it('watches for its limit and no longer', async () => {
    const page = new ScriptedPage(null);
    page.onOpen = () => undefined;
    const started = Date.now();
    let endedAt = 0;
    const ending = page.run(await page.task('generate')).finally(() => {
      endedAt = Date.now();
    });
    await vi.advanceTimersByTimeAsync(needLimit);
    expect(await ending).toEqual({ kind: 'pressed', changed: false, answered: false });
    expect(endedAt - started).toBeGreaterThanOrEqual(changeLimit);
    expect(endedAt - started).toBeLessThanOrEqual(changeLimit + 1_000);
  });
});

describe('a page that is not as expected is left alone', () => {
  const fingerprint = '0'.repeat(8);
  it.each<[string, string | null, Partial<Task> & Pick<Task, 'kind'>, string]>([
    ['another token', newToken(), { kind: 'regenerate', expected: fingerprint }, 'changedElsewhere'],
    ['another token', newToken(), { kind: 'delete', expected: fingerprint }, 'changedElsewhere'],
    ['a token where none was', newToken(), { kind: 'generate', expected: null }, 'changedElsewhere'],
    ['none where a token was', null, { kind: 'delete', expected: fingerprint }, 'changedElsewhere'],
    ['none where a token was', null, { kind: 'regenerate', expected: fingerprint }, 'changedElsewhere'],
    ['another person', newToken(), { kind: 'delete', label: 'max@other.example' }, 'otherAccount'],
    ['another person', null, { kind: 'generate', label: 'max@other.example' }, 'otherAccount'],
    ['nothing to generate with', newToken(), { kind: 'generate' }, 'unreadable'],
    ['nothing to delete', null, { kind: 'delete' }, 'unreadable'],
  ])('%s, case %#', async (_, token, { kind, ...changes }, failure) => {
    const page = new ScriptedPage(token);
    expect(await play(page, await page.task(kind, changes))).toEqual({ kind: 'notPressed', failure });
    expect(page.pressed).toEqual([]);
    expect(page.mayFire).not.toHaveBeenCalled();
  });

  it.each(['<h1>Settings</h1>', '<h1>API Token</h1><p>Loading</p>', ''])('%j', async (html) => {
    const page = new ScriptedPage();
    const task = await page.task('delete');
    page.doc.body.innerHTML = html;
    expect(await play(page, task)).toEqual({ kind: 'notPressed', failure: 'unreadable' });
  });

  it('does not mind what it does not know of the account', async () => {
    const page = new ScriptedPage();
    expect(await play(page, await page.task('delete', { orgId: null, label: null }))).toEqual(done);
  });
});
