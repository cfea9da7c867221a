/** Places in the browser's sync: what this browser and the others know, brought together (lib/places/sync.ts). */
import { browser } from '../browser.ts';
import { withLock } from '../lock.ts';
import { mergePlaces, noPlaces } from '../places/merge.ts';
import { mostPlaces, type Place } from '../places/place.ts';
import { cutIntoItems, readItems, type SyncItems } from '../places/sync.ts';
import { sha256Hex } from '../sha256.ts';
import { changeStored } from '../state/change.ts';
import { accountsItem, placesItem, syncItem, syncReportItem } from '../state/items.ts';
import { own } from '../state/own.ts';

/** Brings each account's places in step with those in the sync, if it is switched on; says what found no room. */
export async function syncPlaces(): Promise<void> {
  // Not while an account is being renamed: its places would be brought back from the sync under its former key.
  const keys = await withLock(accountsItem.key, async () => Object.keys((await accountsItem.get()).byKey));
  await withLock(syncItem.key, async () => {
    if (!(await syncItem.get())) return;
    let left = 0;
    let failed = false;
    for (const key of keys) {
      try {
        left += await syncAccount(key);
      } catch {
        // Switched off in the browser, full, or written to too often: nothing is lost here, and it is tried again.
        failed = true;
      }
    }
    await syncReportItem.set({ at: Date.now(), left, failed });
  });
}

/**
 * Empties the sync; another device that is in step with it brings back what it has itself. To be called under the lock
 * of `syncItem`, and to be switched off under it: the news that it is empty would bring everything back from here, too.
 */
export async function forgetSynced(): Promise<void> {
  await browser.storage.sync.clear();
}

/** Reads, merges, stores and writes one account's places; gives how many found no room. */
async function syncAccount(key: string): Promise<number> {
  const hash = (await sha256Hex(key)).slice(0, 16);
  const stored: SyncItems = await browser.storage.sync.get(null);
  const { list } = readItems(stored, hash);
  const all = await changeStored(placesItem, (known) => {
    const before = own(known, key) ?? noPlaces;
    const merged = mergePlaces(before, { ...list, places: withinRoom(list.places, before.places) });
    return isSame(before, merged) ? known : { ...known, [key]: merged };
  });
  const { items, stale, tooLarge, left, barred } = cutIntoItems(own(all, key) ?? noPlaces, hash, stored);
  // What was not taken stays there: its device would only bring it back.
  const taken = new Set(own(all, key)?.places.map(({ id }) => id));
  const leftOut = new Set(list.places.filter(({ id }) => !taken.has(id)).map(({ id }) => id));
  const gone = stale.filter((id) => !leftOut.has(id.slice(id.lastIndexOf(':') + 1)));
  // What is there already is not written again: the number of writes is limited, and each one wakes all devices.
  const fresh = Object.entries(items).filter(([id, value]) => !isSame(stored[id], value));
  if (gone.length > 0) await browser.storage.sync.remove(gone);
  if (fresh.length > 0) await browser.storage.sync.set(Object.fromEntries(fresh));
  return tooLarge.length + left.length + barred.length;
}

/** So many places an account has at most, whatever comes by the sync: more than all devices together list by hand. */
const mostHeld = 2 * mostPlaces;

/** Of what came by the sync: what is known here, and as much of what is new as there is room for. */
function withinRoom(places: readonly Place[], before: readonly Place[]): Place[] {
  const known = new Set(before.map(({ id }) => id));
  const fresh = places.filter(({ id }) => !known.has(id)).slice(0, Math.max(0, mostHeld - known.size));
  return [...places.filter(({ id }) => known.has(id)), ...fresh];
}

function isSame(one: unknown, other: unknown): boolean {
  return spelling(one) === spelling(other);
}

/** Keys by name: storage gives them back in an order of its own. */
function spelling(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
