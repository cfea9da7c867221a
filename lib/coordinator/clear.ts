/** Clearing the clipboard some time after a copy: when, where it is done, and what came of it (product.md, 6). */
import { browser } from '../browser.ts';
import { alarmAt, arm, drop, dueIn, type Pending } from '../clearing/clearing.ts';
import type { Clip } from '../clearing/clip.ts';
import { withLock } from '../lock.ts';
import { changeStored } from '../state/change.ts';
import { accountsItem, clearingItem, clearingNoteItem, pendingClearItem } from '../state/items.ts';
import type { ClearingNote } from '../state/schemas.ts';
import { clearOnPage } from './clearing-page.ts';
import { note } from './history.ts';

/** Name of the alarm that looks after a pending clear should nothing else do it in time. */
export const clearingAlarm = 'clear';
/** Runs while this life of the worker lasts: alarms are never shorter than 30 s. */
let timer: ReturnType<typeof setTimeout> | undefined;

/** `clip` was copied just now: it is cleared after a while, where that was chosen. Each copy starts anew. */
export async function armClear(clip: Clip): Promise<void> {
  await clearingNoteItem.set(null);
  const { seconds } = await clearingItem.get();
  if (seconds === null) return;
  const pending = arm(clip, seconds, Date.now());
  await changeStored(pendingClearItem, () => pending);
  await wait(pending);
}

/** Clears what is due, and waits for what is not. Run at each start, by alarm, and when an open page says it is time. */
export async function clearDue(): Promise<void> {
  // Timer, alarm and open pages come at the same moment: who comes second finds nothing pending.
  await withLock('clear', async () => {
    const pending = await pendingClearItem.get();
    if (!pending) await browser.alarms.clear(clearingAlarm);
    else if (dueIn(pending, Date.now()) > 0) await wait(pending);
    else await end(pending, await clearOnPage(pending));
  });
}

/**
 * Clears the clipboard at once, whatever it holds, in place of the pending clear with `salt`: the person said so. Asked
 * once more, by who got no answer, it finds nothing pending, and what was copied meanwhile stays.
 */
export async function clearNow(salt: string): Promise<void> {
  await withLock('clear', async () => {
    const pending = await pendingClearItem.get();
    if (pending?.salt === salt) await end(pending, await clearOnPage(null));
  });
}

/** The pending clear with `salt` is not to come. */
export async function keepClipboard(salt: string): Promise<void> {
  await changeStored(pendingClearItem, (pending) => drop(pending, salt));
  await clearDue();
}

async function wait(pending: Pending): Promise<void> {
  clearTimeout(timer);
  timer = setTimeout(() => void clearDue(), dueIn(pending, Date.now()));
  await browser.alarms.create(clearingAlarm, { when: alarmAt(pending, Date.now()) });
}

async function end({ salt }: Pending, what: ClearingNote['what']): Promise<void> {
  // A copy made meanwhile has a clear of its own to come.
  const left = await changeStored(pendingClearItem, (pending) => drop(pending, salt));
  if (!left) {
    await browser.alarms.clear(clearingAlarm);
    await clearingNoteItem.set({ what, at: Date.now() });
  }
  const { current } = await accountsItem.get();
  if (what === 'cleared' && current !== null) await note(current, { kind: 'clipboardCleared' });
}
