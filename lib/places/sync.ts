/** An account's places as items of `storage.sync`: one for each place, and a few for their order. */
import * as z from 'zod/mini';
import { inOrder, noPlaces, type PlaceList, type PlaceOrder } from './merge.ts';
import { type Place, placeSchema } from './place.ts';
import { joinChunks, orderChunks, readChunk } from './sync-order.ts';
import { itemBytes, type Room, roomBeside, syncQuota } from './sync-quota.ts';

/** What `storage.sync` gives or takes: values by key. */
export type SyncItems = Record<string, unknown>;

/** Strict: what a newer version has added to a place would be lost by writing it back, so it is not ours to read. */
const itemSchema = z.strictObject(placeSchema.shape);

export interface ReadItems {
  list: PlaceList;
  /** Keys of this account whose values this version cannot read: to be left as they are. */
  unreadable: string[];
  /** When the order was given (epoch ms) that has come over in part only, and is not in `list`; null: there is none. */
  tornOrder: number | null;
}

/**
 * Reads the places of one account out of all that `storage.sync` holds. `accountHash` is a short text without `:` that
 * stands for the account on all devices. Never fails: what cannot be read is named.
 */
export function readItems(stored: SyncItems, accountHash: string): ReadItems {
  const places = readAll(stored, placePrefix(accountHash), readPlace);
  const chunks = readAll(stored, orderPrefix(accountHash), readChunk);
  const { order, newest } = joinChunks(new Map([...chunks.read].map(([number, chunk]) => [Number(number), chunk])));
  const list = { places: inOrder(places.read, order ?? noPlaces.order), order: order ?? noPlaces.order };
  const unreadable = [...places.unreadable, ...chunks.unreadable];
  return { list, unreadable, tornOrder: order === null && newest > 0 ? newest : null };
}

/** What `read` makes of the items under `prefix`, by the rest of their keys; and the keys of those it cannot read. */
function readAll<T>(stored: SyncItems, prefix: string, read: (rest: string, value: unknown) => T | null) {
  const result = { read: new Map<string, T>(), unreadable: [] as string[] };
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(prefix)) continue;
    const rest = key.slice(prefix.length);
    const one = read(rest, value);
    if (one === null) result.unreadable.push(key);
    else result.read.set(rest, one);
  }
  return result;
}

export interface CutItems {
  /** To be stored. */
  items: SyncItems;
  /** Keys of this account to be removed before that: what has no room any more, and must not take any. */
  stale: string[];
  /** Places that are too large for one item. */
  tooLarge: Place[];
  /** Places for which there is no room. */
  left: Place[];
  /** Places whose key holds something that cannot be read, and is not written over. */
  barred: Place[];
  /** The order is not in `items`: there is no room, or what is stored of one is newer or cannot be read. */
  isOrderLeft: boolean;
}

/**
 * Cuts the places of one account into items that fit into `storage.sync` beside what else it holds. `stored` is all of
 * that, and `list` is merged with it already. The order goes first, whole; then the places, the latest changed first
 * and archived ones last. What is not in `items` is in one of the lists; other devices keep what they have of it.
 */
export function cutIntoItems(list: PlaceList, accountHash: string, stored: SyncItems): CutItems {
  const held = heldKeys(stored, accountHash, list.order);
  const others = Object.entries(stored).filter(([key]) => held(key));
  const free = roomBeside(others, syncQuota);
  const order = cutOrder(list.order, accountHash, held, free);
  const { items, ...without } = cutPlaces(list.places, accountHash, held, roomBeside(order, free));
  const written = Object.fromEntries<unknown>([...order, ...items]);
  const stale = Object.keys(stored).filter((key) => !held(key) && !Object.hasOwn(written, key));
  const isOrderLeft = order.length === 0 && list.order.updatedAt > 0;
  return { items: written, stale, ...without, isOrderLeft };
}

type Item = readonly [key: string, value: unknown];

/** Which keys are not ours to write or remove: another account's, unreadable ones, and an order that is on its way. */
function heldKeys(stored: SyncItems, accountHash: string, order: PlaceOrder): (key: string) => boolean {
  const { unreadable, tornOrder } = readItems(stored, accountHash);
  const [ofPlaces, ofOrder] = [placePrefix(accountHash), orderPrefix(accountHash)];
  const isOrderHeld = unreadable.some((key) => key.startsWith(ofOrder)) || (tornOrder ?? 0) > order.updatedAt;
  const heldPlaces = new Set(unreadable);
  return (key) => (key.startsWith(ofOrder) ? isOrderHeld : !key.startsWith(ofPlaces) || heldPlaces.has(key));
}

/** The order's items: all of them, or none, since a part of it is of no use. */
function cutOrder(order: PlaceOrder, accountHash: string, held: (key: string) => boolean, room: Room): Item[] {
  const items = orderChunks(order).map((chunk, at): Item => [`${orderPrefix(accountHash)}${at}`, chunk]);
  const rest = roomBeside(items, room);
  return rest.bytes < 0 || rest.items < 0 || items.some(([key]) => held(key)) ? [] : items;
}

function cutPlaces(places: readonly Place[], accountHash: string, held: (key: string) => boolean, room: Room) {
  const cut = { items: [] as Item[], tooLarge: [] as Place[], left: [] as Place[], barred: [] as Place[] };
  let free = room;
  for (const place of places.toSorted(byNeed)) {
    const item: Item = [placePrefix(accountHash) + place.id, place];
    const bytes = itemBytes(...item);
    if (held(item[0])) cut.barred.push(place);
    else if (bytes > syncQuota.bytesPerItem) cut.tooLarge.push(place);
    else if (bytes > free.bytes || free.items < 1) cut.left.push(place);
    else {
      cut.items.push(item);
      free = { bytes: free.bytes - bytes, items: free.items - 1 };
    }
  }
  return cut;
}

function readPlace(id: string, value: unknown): Place | null {
  const parsed = itemSchema.safeParse(value);
  return parsed.success && parsed.data.id === id ? parsed.data : null;
}

const placePrefix = (accountHash: string) => `place:${accountHash}:`;
const orderPrefix = (accountHash: string) => `place-order:${accountHash}:`;

function byNeed(one: Place, other: Place): number {
  return (
    Number(one.archived) - Number(other.archived) || other.updatedAt - one.updatedAt || (one.id < other.id ? -1 : 1)
  );
}
