/** Merging what two devices know of an account's places: the same result whoever merges with whom, how often. */
import * as z from 'zod/mini';
import { timeOfChange } from './edit.ts';
import { latestTime, type Place, placeSchema } from './place.ts';

/** An order somebody gave the places. It may name places that are not here, and not name some that are. */
export interface PlaceOrder {
  ids: readonly string[];
  /** When somebody moved or added one last, epoch ms; 0: nobody ever did. */
  updatedAt: number;
}

/** An account's places as they are shown, and the order they were last given. */
export interface PlaceList {
  places: readonly Place[];
  /**
   * Kept as it was given, even if places have come from elsewhere since: an order that was completed here would pass
   * for newer than it is, and three devices could end with three orders.
   */
  order: PlaceOrder;
}

/** As it is stored. */
export const placeListSchema: z.ZodMiniType<PlaceList> = z.object({
  places: z.array(placeSchema),
  order: z.object({
    ids: z.array(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
    updatedAt: z.int().check(z.nonnegative(), z.maximum(latestTime)),
  }),
});

export const noPlaces: PlaceList = { places: [], order: { ids: [], updatedAt: 0 } };

/** `list` with `places` after an edit at `now` (epoch ms); their order is new where one was moved, added or is gone. */
export function withPlaces(list: PlaceList, places: readonly Place[], now: number): PlaceList {
  const ids = places.map(({ id }) => id);
  const isSame = ids.length === list.places.length && ids.every((id, at) => id === list.places[at]?.id);
  return { places, order: isSame ? list.order : { ids, updatedAt: timeOfChange(list.order.updatedAt, now) } };
}

/**
 * What two devices know, together: of each place the version that was changed last, in the order that was given last.
 * Nothing is left out, not even beyond `mostPlaces`, which holds for what is added by hand. Equal times are decided by
 * the content alone, so that all devices decide alike.
 */
export function mergePlaces(one: PlaceList, other: PlaceList): PlaceList {
  const byId = new Map<string, Place>();
  for (const place of [...one.places, ...other.places]) {
    const known = byId.get(place.id);
    byId.set(place.id, known ? later(known, place, spelling) : place);
  }
  const order = later(one.order, other.order, ({ ids }) => ids.join());
  return { places: inOrder(byId, order), order };
}

/** The places as `order` says; those it does not name follow, by their ids, which is the same on every device. */
export function inOrder(byId: ReadonlyMap<string, Place>, order: PlaceOrder): Place[] {
  const named = new Set(order.ids);
  const others = [...byId.keys()].filter((id) => !named.has(id)).sort();
  return [...named, ...others].flatMap((id) => byId.get(id) ?? []);
}

function later<T extends { updatedAt: number }>(one: T, other: T, spell: (each: T) => string): T {
  if (one.updatedAt !== other.updatedAt) return one.updatedAt > other.updatedAt ? one : other;
  return spell(one) >= spell(other) ? one : other;
}

/** The fields by name and not by the order in which they happen to have been set. */
function spelling(place: Place): string {
  return JSON.stringify(Object.entries(place).sort(([a], [b]) => (a < b ? -1 : 1)));
}
