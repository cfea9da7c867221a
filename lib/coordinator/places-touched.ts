/** How many places a change of the token would touch, for the notice on the page: a count, as no name goes to a page. */
import { activePlaces } from '../state/around.ts';
import { accountsItem, placesItem } from '../state/items.ts';
import { own } from '../state/own.ts';

/** Counts the places of the current account, archived ones left out; null where no account is known. */
export async function placesTouched(): Promise<{ places: number | null }> {
  const { current } = await accountsItem.get();
  if (current === null) return { places: null };
  const list = own(await placesItem.get(), current);
  return { places: list ? activePlaces(list.places).length : 0 };
}
