/** How many places a change of the token would touch, for the notice on the page: a count, as no name goes to a page. */
import { activePlaces } from '../state/around.ts';
import { accountsItem, placesItem } from '../state/items.ts';
import { own } from '../state/own.ts';
import { bringPart } from './inject.ts';

/**
 * Counts the places of the current account, archived ones left out; null where no account is known. Where there are
 * any, the page in `tab` gets what it shows the notice with first.
 */
export async function placesTouched(tab: number): Promise<{ places: number | null }> {
  const { current } = await accountsItem.get();
  if (current === null) return { places: null };
  const list = own(await placesItem.get(), current);
  const places = list ? activePlaces(list.places).length : 0;
  if (places > 0) await bringPart(tab, 'notice');
  return { places };
}
