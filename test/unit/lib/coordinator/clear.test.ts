// @vitest-environment node
/** The clipboard after a copy: cleared when it is time, by whom it may be, and only what was copied. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { alarmAt } from '../../../../lib/clearing/clearing.ts';
import { clipOf } from '../../../../lib/clearing/clip.ts';
import { armClear, clearDue, clearingAlarm, clearNow, keepClipboard } from '../../../../lib/coordinator/clear.ts';
import { replyLimit } from '../../../../lib/coordinator/limits.ts';
import { accountsItem, clearingItem, clearingNoteItem, pendingClearItem } from '../../../../lib/state/items.ts';
import { later, recorded } from '../support/around.ts';
import { knowAccount, startBackground, token } from '../support/background.ts';
import { through } from '../support/clock.ts';
import { FakeClipboard, FakeOffscreen } from '../support/fake-clipboard.ts';
import { newToken } from '../support/pages.ts';
import { noon } from '../support/stored.ts';

const other = newToken();
let clipboard: FakeClipboard;
let offscreen: FakeOffscreen;
beforeEach(async () => {
  const { end } = startBackground();
  clipboard = new FakeClipboard();
  offscreen = new FakeOffscreen(clipboard);
  await knowAccount();
  await clearingItem.set({ seconds: 60, offered: true });
  return async () => {
    // The timer of one test must not go off in the next.
    await vi.advanceTimersByTimeAsync(400_000);
    end();
  };
});

const copy = async (text = token) => {
  clipboard.holds = text;
  await armClear(await clipOf(text));
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const note = async () => (await clearingNoteItem.get())?.what ?? null;
const alarm = async () => (await fakeBrowser.alarms.get(clearingAlarm))?.scheduledTime ?? null;
const pending = () => pendingClearItem.get();
const saltOfPending = async () => (await pending())?.salt ?? '';

describe('a copy', () => {
  it('is cleared after what was chosen, by the timer, and that is said and recorded', async () => {
    await copy();
    expect([await pending(), await alarm()]).toMatchObject([{ armedAt: noon, deadline: noon + 60_000 }, noon + 60_000]);
    await pass(59_999);
    expect([clipboard.holds, offscreen.log]).toEqual([token, []]);
    await pass(1);
    expect([clipboard.holds, await note(), await pending(), await alarm()]).toEqual([' ', 'cleared', null, null]);
    expect(offscreen.log).toEqual(['open offscreen.html CLIPBOARD', 'clear what was copied', 'close']);
    expect(await recorded()).toEqual(['clipboardCleared']);
  });

  it('is not cleared where that is off', async () => {
    await clearingItem.set({ seconds: null, offered: true });
    await copy();
    expect([await pending(), await alarm(), vi.getTimerCount()]).toEqual([null, null, 0]);
    await pass(400_000);
    expect([clipboard.holds, offscreen.log]).toEqual([token, []]);
  });

  it('starts the time anew', async () => {
    await copy();
    await pass(50_000);
    await copy(other);
    expect([await pending(), await alarm()]).toMatchObject([{ armedAt: noon + 50_000 }, noon + 110_000]);
    expect(vi.getTimerCount()).toBe(1);
    await pass(59_999);
    expect(clipboard.holds).toBe(other);
    await pass(1);
    expect([clipboard.holds, offscreen.log.length]).toEqual([' ', 3]);
  });

  it('takes away what was said of the one before', async () => {
    await copy();
    await pass(60_000);
    expect(await note()).toBe('cleared');
    await copy(other);
    expect(await note()).toBeNull();
    await pass(60_000);
    await clearingItem.set({ seconds: null, offered: true });
    await copy();
    expect(await note()).toBeNull();
  });

  it('for a short while has its alarm when alarms can be', async () => {
    await clearingItem.set({ seconds: 15, offered: true });
    await copy();
    expect(await alarm()).toBe(noon + 30_000);
    await pass(15_000);
    expect([clipboard.holds, await alarm()]).toEqual([' ', null]);
  });

  it('is not told to anybody as what it was', async () => {
    await copy();
    const stored = [await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()];
    expect(JSON.stringify(stored)).not.toContain(token);
    await pass(60_000);
    expect(JSON.stringify(vi.mocked(fakeBrowser.runtime.sendMessage).mock.calls)).not.toContain(token);
  });
});

describe('when it is time', () => {
  it('what somebody has copied since is left, and that is said', async () => {
    await copy();
    clipboard.holds = 'something else';
    await pass(60_000);
    expect([clipboard.holds, await note(), await pending(), await recorded()]).toEqual([
      'something else',
      'left',
      null,
      [],
    ]);
  });

  it.each<[string, () => unknown]>([
    ['nobody may look', () => (clipboard.mayPaste = false)],
    ['nobody may write', () => (clipboard.mayCopy = false)],
    ['there can be no document for it', () => vi.mocked(fakeBrowser.offscreen.createDocument).mockRejectedValue(no)],
    ['the document says nothing', () => (offscreen.hears = false)],
  ])('and %s, it stays, and that is said', async (_, happens) => {
    await copy();
    happens();
    await pass(60_000 + replyLimit);
    expect([clipboard.holds, await note(), await pending(), await recorded()]).toEqual([token, 'denied', null, []]);
    expect([offscreen.isOpen, await alarm()]).toEqual([false, null]);
  });
  const no = new Error('no');

  it('timer, alarm and an open page at once clear it once, and what is said is true', async () => {
    await copy();
    later(60_000);
    await through(Promise.all([clearDue(), clearDue(), clearDue()]));
    expect([clipboard.holds, await note(), await recorded()]).toEqual([' ', 'cleared', ['clipboardCleared']]);
    expect(offscreen.log.filter((each) => each.startsWith('clear'))).toHaveLength(1);
  });

  it('a document that a dead worker left open is not in the way', async () => {
    await copy();
    offscreen.isOpen = true;
    await pass(60_000);
    expect([clipboard.holds, await note()]).toEqual([' ', 'cleared']);
  });

  it('and it is not yet, it is waited for', async () => {
    await copy();
    later(20_000);
    await clearDue();
    expect([clipboard.holds, (await pending()) !== null, await alarm()]).toEqual([token, true, noon + 60_000]);
    await pass(40_000);
    expect(clipboard.holds).toBe(' ');
  });

  it('and nothing was copied, nothing is done, and no alarm is needed', async () => {
    fakeBrowser.alarms.create(clearingAlarm, { when: noon });
    await clearDue();
    expect([offscreen.log, await alarm(), await note()]).toEqual([[], null, null]);
  });

  it('and nobody knows whose it was, it is recorded nowhere', async () => {
    await accountsItem.set({ current: null, byKey: {} });
    await copy();
    await pass(60_000);
    expect([clipboard.holds, await recorded()]).toEqual([' ', []]);
  });
});

it('is cleared in Firefox on the background’s own page, and no other is opened', async () => {
  vi.stubEnv('FIREFOX', 'true');
  vi.stubGlobal('document', clipboard.page());
  await copy();
  await pass(60_000);
  vi.unstubAllGlobals();
  expect([clipboard.holds, await note(), offscreen.log]).toEqual([' ', 'cleared', []]);
});

describe('a copy made while the one before is being cleared', () => {
  it('keeps its own clear, and nothing is said of the other', async () => {
    await copy();
    offscreen.meanwhile = async () => {
      offscreen.meanwhile = async () => undefined;
      later(100);
      await copy(other);
    };
    await pass(60_000);
    expect([clipboard.holds, (await pending())?.armedAt, await note()]).toEqual([other, noon + 60_100, null]);
    expect(await alarm()).toBe(noon + 120_100);
    await pass(60_000);
    expect([clipboard.holds, await note(), await pending()]).toEqual([' ', 'cleared', null]);
  });
});

describe('the person', () => {
  it('clears at once whatever is there', async () => {
    await copy();
    clipboard.holds = 'something else';
    await clearNow(await saltOfPending());
    expect([clipboard.holds, await note(), await pending(), await alarm()]).toEqual([' ', 'cleared', null, null]);
    expect(offscreen.log[1]).toBe('clear whatever');
  });

  it('clears once, though it is asked again and something else was copied meanwhile', async () => {
    await copy();
    const salt = await saltOfPending();
    await clearNow(salt);
    clipboard.holds = 'something else';
    await clearNow(salt);
    expect([clipboard.holds, await recorded()]).toEqual(['something else', ['clipboardCleared']]);
  });

  it.each([
    ['clears', clearNow],
    ['keeps', keepClipboard],
  ])('%s nothing that was copied after what they were shown', async (_, answer) => {
    await copy();
    const salt = await saltOfPending();
    await copy();
    await answer(salt);
    expect([clipboard.holds, (await saltOfPending()) !== salt, offscreen.log]).toEqual([token, true, []]);
  });

  it('clears at the very moment at which it is time: once, and what is said is true', async () => {
    await copy();
    later(60_000);
    await through(Promise.all([clearNow(await saltOfPending()), clearDue()]));
    expect([clipboard.holds, await note(), await recorded()]).toEqual([' ', 'cleared', ['clipboardCleared']]);
  });

  it('keeps it', async () => {
    await copy();
    await keepClipboard(await saltOfPending());
    expect([await pending(), await alarm()]).toEqual([null, null]);
    await pass(400_000);
    expect([clipboard.holds, offscreen.log, await note()]).toEqual([token, [], null]);
  });
});

describe('after a restart of the worker', () => {
  const restarted = async () => {
    vi.clearAllTimers();
    await fakeBrowser.alarms.clearAll();
    vi.resetModules();
    return import('../../../../lib/coordinator/clear.ts');
  };

  it('what is pending is still to come, with its alarm', async () => {
    await copy();
    later(20_000);
    const { clearDue: dueAnew } = await restarted();
    await dueAnew();
    const still = await pending();
    expect(await alarm()).toBe(still && alarmAt(still, Date.now()));
    await pass(40_000);
    expect([clipboard.holds, await note()]).toEqual([' ', 'cleared']);
  });

  it('what was due meanwhile is cleared at once', async () => {
    await copy();
    later(7_200_000);
    const { clearDue: dueAnew } = await restarted();
    await dueAnew();
    expect([clipboard.holds, await note(), await pending()]).toEqual([' ', 'cleared', null]);
  });
});
