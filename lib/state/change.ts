/** Changes to what pages may store themselves: places and settings. One at a time, so that none overwrites another. */
import { withLock } from '../lock.ts';
import type { Edited } from '../places/edit.ts';
import { noPlaces, withPlaces } from '../places/merge.ts';
import type { Place } from '../places/place.ts';
import { tokenFinder } from './held-tokens.ts';
import type { Item } from './item.ts';
import { placesItem } from './items.ts';
import { own } from './own.ts';

/** Stores what `edit` makes of the places of `account`, at `now` (epoch ms); gives its answer, failures included. */
export async function changePlaces(
  account: string,
  edit: (places: readonly Place[]) => Edited,
  now: number,
): Promise<Edited> {
  let edited: Edited = { ok: false, failure: 'unknownPlace' };
  const holdsToken = await tokenFinder();
  await changeStored(placesItem, (all) => {
    const list = own(all, account) ?? noPlaces;
    edited = edit(list.places);
    const fresh = edited.ok ? edited.places.filter((place) => !list.places.includes(place)) : [];
    if (fresh.some((place) => Object.values(place).some((value) => holdsToken(String(value)))))
      edited = { ok: false, failure: 'holdsToken' };
    return edited.ok ? { ...all, [account]: withPlaces(list, edited.places, now) } : all;
  });
  return edited;
}

/** Stores what `change` makes of the value of `item`; the same value is not stored again. Gives what is stored then. */
export async function changeStored<T>(item: Item<T>, change: (value: T) => T): Promise<T> {
  return withLock(item.key, async () => {
    const before = await item.get();
    const after = change(before);
    if (after !== before) await item.set(after);
    return after;
  });
}

/** Stores for `account` in `item`, a map by account key, what `change` makes of its value there, or of `fallback`. */
export async function changeForAccount<T>(
  item: Item<Record<string, T>>,
  account: string,
  fallback: T,
  change: (value: T) => T,
): Promise<void> {
  await changeStored(item, (all) => ({ ...all, [account]: change(own(all, account) ?? fallback) }));
}

/** Stores `value` for `account` in `item`, a map by account key; null takes it out. */
export async function setForAccount<T>(item: Item<Record<string, T>>, account: string, value: T | null): Promise<void> {
  await changeStored(item, ({ [account]: _, ...others }) =>
    value === null ? others : { ...others, [account]: value },
  );
}
