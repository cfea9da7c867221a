import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  changeLimit,
  dialogLimit,
  needLimit,
  refusalLimit,
  standLimit,
  steadyFor,
} from '../../../../lib/dashboard/limits.ts';
import { stopClock } from '../support/clock.ts';
import { newOrgId } from '../support/pages.ts';
import { ScriptedPage } from '../support/scripted-page.ts';
import { buttonOf, click, outlines, sayInside } from './by-hand.ts';

beforeEach(stopClock);

const done = { kind: 'pressed', changed: true, answered: true };
const notPressed = (failure: string) => ({ kind: 'notPressed', failure });
const nobodyKnows = { kind: 'pressed', changed: false, answered: false };
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

  describe.each([true, false])('the dialog has gone while it asked, and the answer is %s', (may) => {
    it.each<[string, (page: ScriptedPage) => void]>([
      ['closed', (page) => page.doc.getElementById('dialogs')?.replaceChildren()],
      ['drawn anew', (page) => page.redrawDialog(kind)],
      ['hidden', (page) => page.inDialog(verb)?.setAttribute('hidden', '')],
    ])('nothing is pressed, and nobody knows whether the person did: %s', async (_, happens) => {
      const page = new ScriptedPage();
      page.mayFire.mockImplementation(async () => {
        happens(page);
        return may;
      });
      expect(await play(page.run(await page.task(kind)), changeLimit)).toEqual(nobodyKnows);
      expect(page.pressed).toEqual([verb]);
      expect(page.reported.at(-1)).toEqual(['watching', null]);
    });

    it('sees the change that the person has pressed for', async () => {
      const page = new ScriptedPage();
      page.onConfirm = (each) => void setTimeout(() => page.apply(each), 8_000);
      page.mayFire.mockImplementation(async () => {
        click(page.inDialog(verb));
        return may;
      });
      expect(await play(page.run(await page.task(kind)), changeLimit)).toEqual(done);
      expect(page.pressed).toEqual(asked);
    });
  });

  it.each([true, false])('presses no confirm that the person has pressed, where its dialog stays: %s', async (may) => {
    const page = new ScriptedPage();
    page.mayFire.mockImplementation(async () => {
      page.inDialog(verb)?.addEventListener('click', (event) => event.stopImmediatePropagation(), { capture: true });
      click(page.inDialog(verb));
      return may;
    });
    expect(await play(page.run(await page.task(kind)), changeLimit)).toEqual(nobodyKnows);
    expect(page.inDialog(verb)).toBeDefined();
    expect(page.pressed).toEqual([verb]);
  });

  it.each<[string, (page: ScriptedPage) => void]>([
    ['the token has changed', (page) => page.apply('regenerate')],
    ['the token has gone', (page) => page.apply('delete')],
    ['the person has changed', (page) => page.become({ label: 'max@other.example' })],
    ['the organisation has changed', (page) => page.become({ orgId: newOrgId() })],
    ['nobody is signed in any more', (page) => page.doc.querySelector('main')?.replaceChildren()],
    ['a second dialog has come', (page) => page.openDialog(kind)],
    ['the confirm is disabled', (page) => page.inDialog(verb)?.setAttribute('disabled', '')],
    ['the confirm says something else', (page) => page.inDialog(verb)?.replaceChildren('Delete my account')],
  ])('presses nothing where, while it asked, %s', async (_, happens) => {
    const page = new ScriptedPage();
    page.mayFire.mockImplementation(async () => {
      happens(page);
      return true;
    });
    expect(await play(page.run(await page.task(kind)))).toEqual(notPressed('interrupted'));
    expect(page.pressed).not.toContain(`dialog: ${verb}`);
  });

  it('presses where nothing but the rest of the page has changed while it asked', async () => {
    const page = new ScriptedPage();
    page.mayFire.mockImplementation(async () => {
      page.draw();
      page.say('Saved.');
      return true;
    });
    expect(await play(page.run(await page.task(kind)))).toEqual(done);
    expect(page.pressed).toEqual(asked);
  });

  it('believes a change once it is steady', async () => {
    const page = new ScriptedPage();
    const [started, after] = [Date.now(), 3_000];
    page.onConfirm = (each) => void setTimeout(() => page.apply(each), after);
    let endedAt = 0;
    const ending = page.run(await page.task(kind)).finally(() => {
      endedAt = Date.now();
    });
    expect(await play(ending)).toEqual(done);
    expect(endedAt - started).toBeGreaterThanOrEqual(after + steadyFor);
    expect(endedAt - started).toBeLessThanOrEqual(after + steadyFor * 3);
  });

  it.each([
    ['once', 1],
    ['again and again', 5],
  ])('believes no change that is taken back: %s', async (_, times) => {
    const page = new ScriptedPage();
    const { token } = page;
    page.onConfirm = (each) => {
      for (let time = 0; time < times; time += 1) {
        setTimeout(() => page.apply(each), 1_000 + time * 2_000);
        setTimeout(() => page.show(token), 1_000 + time * 2_000 + steadyFor - 100);
      }
    };
    const ended = await play(page.run(await page.task(kind)), changeLimit);
    expect(ended).toEqual({ kind: 'pressed', changed: false, answered: false });
    expect(page.pressed).toEqual(asked);
  });

  it.each<[string, (page: ScriptedPage) => void]>([
    ['before the press', (page) => sayInside(page, 'main', 'Your trial ends soon.')],
    [
      'while it asked',
      (page) =>
        page.mayFire.mockImplementation(async () => {
          sayInside(page, 'main', 'Your trial ends soon.');
          return true;
        }),
    ],
  ])('takes no alert for an answer that was there %s', async (_, says) => {
    const page = new ScriptedPage();
    page.onConfirm = () => undefined;
    says(page);
    const ended = await play(page.run(await page.task(kind)), changeLimit);
    expect(ended).toEqual({ kind: 'pressed', changed: false, answered: false });
  });

  it('cannot read a page that breaks the reader, and presses nothing', async () => {
    const page = new ScriptedPage();
    const task = await page.task(kind);
    Object.defineProperty(page.doc.body, 'matches', {
      get: () => {
        throw new TypeError('broken');
      },
    });
    expect(await play(page.run(task))).toEqual(notPressed('unreadable'));
    expect(page.pressed).toEqual([]);
  });

  it('closes the page’s dialog where it may no longer press it', async () => {
    const page = new ScriptedPage();
    page.mayFire.mockImplementation(async () => {
      page.become({ label: 'max@other.example' });
      return true;
    });
    expect(await play(page.run(await page.task(kind)))).toEqual(notPressed('interrupted'));
    expect(page.pressed).toEqual(left);
  });

  it('cancels where the token changes while the dialog is open', async () => {
    const page = new ScriptedPage();
    page.onOpen = (each) => {
      page.apply('regenerate');
      page.openDialog(each);
    };
    expect(await play(page.run(await page.task(kind)))).toEqual(notPressed('changedElsewhere'));
    expect(page.pressed).toEqual(left);
  });

  it('cancels where another account appears while the dialog is open', async () => {
    const page = new ScriptedPage();
    const task = await page.task(kind);
    page.onOpen = (each) => {
      page.become({ label: 'max@other.example' });
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

  it('leaves it to a fresh page in the end where no dialog comes: this one may have asked nobody', async () => {
    const page = new ScriptedPage();
    page.onOpen = () => undefined;
    expect(await play(page.run(await page.task(kind)))).toEqual(nobodyKnows);
    expect(page.pressed).toEqual([verb]);
    expect(page.mayFire).not.toHaveBeenCalled();
  });

  describe('once the person is at work on the page', () => {
    const strays: [string, (page: ScriptedPage) => Element | null | undefined][] = [
      ['the rest of the page', (page) => page.doc.querySelector('h1')],
      ['another of its controls', (page) => page.doc.querySelector('header a')],
    ];

    it.each(strays)('leaves a dialog to them: a click on %s', async (_, where) => {
      const page = new ScriptedPage();
      page.onOpen = (each) => {
        setTimeout(() => click(where(page)), 7_000);
        setTimeout(() => page.openDialog(each), 8_000);
      };
      expect(await play(page.run(await page.task(kind)))).toEqual(nobodyKnows);
      expect(page.pressed).toEqual([verb]);
      expect(page.mayFire).not.toHaveBeenCalled();
      expect(page.reported.at(-1)).toEqual(['asking', 'unknownDialog']);
    });

    it('outlines its confirm, and sees what they press it for', async () => {
      const page = new ScriptedPage();
      const outlined = outlines(page);
      page.onOpen = (each) => {
        setTimeout(() => click(page.doc.querySelector('h1')), 1_000);
        setTimeout(() => page.openDialog(each), 2_000);
        setTimeout(() => {
          expect(outlined()).toEqual([page.inDialog(verb)]);
          click(page.inDialog(verb));
        }, 30_000);
      };
      expect(await play(page.run(await page.task(kind)))).toEqual(done);
      expect(page.pressed).toEqual(asked);
      expect(outlined()).toEqual([]);
    });

    it('knows nothing for certain where no dialog comes', async () => {
      const page = new ScriptedPage();
      page.onOpen = () => click(page.doc.querySelector('h1'));
      expect(await play(page.run(await page.task(kind)))).toEqual(nobodyKnows);
    });

    it.each<[string, (page: ScriptedPage) => void]>([
      ['they press what is outlined', (page) => click(buttonOf(page, verb))],
      ['only a script clicks', (page) => page.doc.querySelector('h1')?.click()],
    ])('goes on by itself where %s', async (_, happens) => {
      const page = new ScriptedPage();
      let opened = 0;
      page.onOpen = (each) => {
        opened += 1;
        if (opened > 1) return;
        setTimeout(() => happens(page), 7_000);
        setTimeout(() => page.openDialog(each), 8_000);
      };
      expect(await play(page.run(await page.task(kind)))).toEqual(done);
      expect(page.pressed.at(-1)).toBe(`dialog: ${verb}`);
    });

    it('takes its ear from the page in the end', async () => {
      const page = new ScriptedPage();
      const added = vi.spyOn(EventTarget.prototype, 'addEventListener');
      await play(page.run(await page.task(kind)));
      const clicks = added.mock.calls.filter(([type], at) => type === 'click' && added.mock.contexts[at] === page.doc);
      added.mockRestore();
      expect(clicks.map(([, , options]) => (options as AddEventListenerOptions).signal?.aborted)).toEqual([true]);
    });
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
    ['at once', 'beside the token', (say: () => void) => say()],
    ['after a while', 'beside the token', (say: () => void) => void setTimeout(say, 1_000)],
    ['at once', 'in its dialog', (say: () => void) => say()],
    ['after a while', 'in its dialog', (say: () => void) => void setTimeout(say, 1_000)],
  ])('has an answer where the page says %s %s that it failed', async (_, where, when) => {
    const page = new ScriptedPage();
    const inDialog = where === 'in its dialog';
    page.onConfirm = (each) => {
      if (inDialog) page.openDialog(each);
      when(() => sayInside(page, inDialog ? '[role=dialog]' : 'main', 'Something went wrong.'));
    };
    const ending = page.run(await page.task(kind));
    const ended = await Promise.race([ending, vi.advanceTimersByTimeAsync(refusalLimit + 3_000).then(() => null)]);
    expect(ended).toEqual({ kind: 'pressed', changed: false, answered: true });
    expect(page.pressed).toEqual(asked);
  });

  it.each(['header', 'body', 'main'])('takes no alert for an answer that stands elsewhere: in %s', async (where) => {
    const page = new ScriptedPage();
    page.onConfirm = (each) => {
      sayInside(page, where, 'New chat from Max', where === 'main' ? 'aside' : 'p');
      // What the server takes its time for is done in the end.
      setTimeout(() => page.apply(each), 8_000);
    };
    expect(await play(page.run(await page.task(kind)), changeLimit)).toEqual(done);
  });

  it('believes a change that comes after the alert', async () => {
    const page = new ScriptedPage();
    page.onConfirm = (each) => {
      sayInside(page, 'main', 'Retrying.');
      setTimeout(() => page.apply(each), refusalLimit - 1_000);
    };
    expect(await play(page.run(await page.task(kind)))).toEqual(done);
  });

  it.each([
    ['says what is to come', () => 'Regenerating…'],
    ['goes on saying something else', (second: number) => `${second} seconds left`],
  ])('takes no alert for an answer that %s', async (_, says) => {
    const page = new ScriptedPage();
    page.onConfirm = (each) => {
      sayInside(page, 'main', says(9));
      const alert = page.doc.querySelector('main [role=alert]');
      for (let second = 1; second < 9; second += 1)
        setTimeout(() => alert?.replaceChildren(says(9 - second)), second * 1_000);
      setTimeout(() => page.apply(each), 9_000);
    };
    expect(await play(page.run(await page.task(kind)), changeLimit)).toEqual(done);
  });

  it('has no answer where the page’s alert goes on changing to the end', async () => {
    const page = new ScriptedPage();
    page.onConfirm = () => {
      sayInside(page, 'main', '99 seconds left');
      const alert = page.doc.querySelector('main [role=alert]');
      for (let second = 1; second < 60; second += 1)
        setTimeout(() => alert?.replaceChildren(`${99 - second} seconds left`), second * 1_000);
    };
    expect(await play(page.run(await page.task(kind)), changeLimit)).toEqual(nobodyKnows);
  });

  it('has no answer once the person has a hand in it, and says so', async () => {
    const page = new ScriptedPage();
    page.onConfirm = () => {
      setTimeout(() => click(page.doc.querySelector('h1')), 1_000);
      setTimeout(() => sayInside(page, 'main', 'Something went wrong.'), 2_000);
    };
    expect(await play(page.run(await page.task(kind)), changeLimit)).toEqual(nobodyKnows);
    expect(page.reported.slice(-2)).toEqual([
      ['watching', null],
      ['asking', null],
    ]);
  });

  it('leaves the dialog to the person whose hand came before it could be pressed', async () => {
    const page = new ScriptedPage();
    const outlined = outlines(page);
    page.mayFire.mockImplementation(async () => {
      click(page.doc.querySelector('h1'));
      return true;
    });
    setTimeout(() => {
      expect(outlined()).toEqual([page.inDialog(verb)]);
      expect(page.reported.at(-1)).toEqual(['asking', 'unknownDialog']);
      click(page.inDialog(verb));
    }, 30_000);
    expect(await play(page.run(await page.task(kind)))).toEqual(done);
    expect([page.pressed, outlined()]).toEqual([asked, []]);
  });

  it('watches on while the dialog that it has answered stands: the person may have to press it', async () => {
    const page = new ScriptedPage();
    const clicks: string[] = [];
    // The page takes clicks of people alone.
    const ignore = (event: Event) => {
      if (event.target !== page.inDialog(verb)) return;
      event.stopImmediatePropagation();
      clicks.push(verb);
      setTimeout(() => page.apply(kind), standLimit + changeLimit - 2_000);
    };
    page.doc.addEventListener('click', ignore, true);
    expect(await play(page.run(await page.task(kind)))).toEqual(done);
    expect(page.reported.filter(([, need]) => need !== null)).toEqual([]);
    expect([page.pressed, clicks]).toEqual([[verb], [verb]]);
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

it('believes the last of the tokens that a page goes through', async () => {
  const page = new ScriptedPage();
  const [started, steps] = [Date.now(), [0, 300, 600, 900]];
  page.onConfirm = (each) => {
    for (const step of steps) setTimeout(() => page.apply(each), step);
  };
  let endedAt = 0;
  const ending = page.run(await page.task('regenerate')).finally(() => {
    endedAt = Date.now();
  });
  expect(await play(ending)).toEqual(done);
  expect(endedAt - started).toBeGreaterThanOrEqual(900 + steadyFor);
});
