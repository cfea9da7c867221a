/** Forgetting everything: what is on disk, in memory, and in the browser's sync. */
import { browser } from '../browser.ts';
import { withLock } from '../lock.ts';
import { syncItem } from '../state/items.ts';
import { storedOpenIntent } from './ledger.ts';
import { forgetSynced } from './sync.ts';

/**
 * Forgets all that is stored; the token itself, on SnapEngage's side, is not touched. While an operation is open nothing
 * is forgotten: nobody could tell its outcome any more.
 */
export async function eraseAll(): Promise<void> {
  await withLock('accounts', async () => {
    if (await storedOpenIntent()) return;
    if (await syncItem.get()) await forgetSynced().catch(() => undefined);
    await browser.storage.local.clear();
    await browser.storage.session.clear();
    await browser.alarms.clearAll();
  });
}
