/** Forgetting everything: what is on disk, in memory, and in the browser's sync. */
import { browser } from '../browser.ts';
import { withLock } from '../lock.ts';
import { accountsItem, durable, ledgerItem, pendingClearItem, syncItem } from '../state/items.ts';
import { clearOnPage } from './clearing-page.ts';
import { storedOpenIntent } from './ledger.ts';
import { stopReading } from './read.ts';
import { forgetSynced } from './sync.ts';

/**
 * Forgets all that is stored; the token itself, on SnapEngage's side, is not touched. While an operation is open nothing
 * is forgotten: nobody could tell its outcome any more.
 */
export async function eraseAll(): Promise<void> {
  // What it finds would be written down again, and nobody would know of its tab.
  if (!(await storedOpenIntent())) await stopReading();
  await withLocks(locks, async () => {
    if (await storedOpenIntent()) return;
    // Nobody would know of it any more: what is still on the clipboard goes now.
    const pending = await pendingClearItem.get();
    if (pending) await clearOnPage(pending);
    // Also where it is switched off: what was synced before is still there.
    await forgetSynced().catch(() => undefined);
    await browser.storage.local.clear();
    await browser.storage.session.clear();
    await browser.alarms.clearAll();
  });
}

/**
 * Those of all items on disk: who has read one to change it would write it back. The first three are taken in this
 * order everywhere, and nobody who has one of the others waits for one.
 */
const locks = [...new Set([accountsItem, ledgerItem, syncItem, ...durable].map(({ key }) => key))];

async function withLocks([lock, ...others]: readonly string[], work: () => Promise<void>): Promise<void> {
  if (lock === undefined) await work();
  else await withLock(lock, () => withLocks(others, work));
}
