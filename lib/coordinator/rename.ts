/** An account that is known by another key from now on, as when its organisation's number appears: all that is its own goes along. */
import { withLock } from '../lock.ts';
import { mergePlaces } from '../places/merge.ts';
import { changeStored } from '../state/change.ts';
import type { Item } from '../state/item.ts';
import {
  checksItem,
  notifiedItem,
  oldSecretsItem,
  placesItem,
  remindersItem,
  rotationsItem,
  widgetIdsItem,
} from '../state/items.ts';
import { own } from '../state/own.ts';
import { renameInHistory } from './history.ts';
import { rewriteLedger } from './ledger.ts';

/** Moves everything from `former` to `key`. Run before the accounts say so: one that ends in between is run again. */
export async function renameAccount(former: string, key: string): Promise<void> {
  await rewriteLedger((each) => (each.account === former ? { ...each, account: key } : each));
  await withLock('ledger', async () => {
    const rotations = await rotationsItem.get();
    if (!rotations.some(({ account }) => account === former)) return;
    await rotationsItem.set(rotations.map((each) => (each.account === former ? { ...each, account: key } : each)));
  });
  await renameInHistory(former, key);
  // Under the new key, places may have come by the browser's sync.
  await moveTo(placesItem, former, key, mergePlaces);
  await moveTo(remindersItem, former, key);
  await moveTo(notifiedItem, former, key);
  await moveTo(widgetIdsItem, former, key);
  await moveTo(checksItem, former, key);
  await moveTo(oldSecretsItem, former, key);
}

async function moveTo<T>(
  item: Item<Record<string, T>>,
  former: string,
  key: string,
  together: (moved: T, there: T) => T = (moved) => moved,
): Promise<void> {
  await changeStored(item, (all) => {
    const moved = own(all, former);
    if (moved === null) return all;
    const { [former]: _, ...others } = all;
    const there = own(others, key);
    return { ...others, [key]: there === null ? moved : together(moved, there) };
  });
}
