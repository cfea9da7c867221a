// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePlaces, noPlaces, type PlaceList, withPlaces } from '../../../../lib/places/merge.ts';
import { mostPlaces, type Place } from '../../../../lib/places/place.ts';
import { cutIntoItems, readItems, type SyncItems } from '../../../../lib/places/sync.ts';
import { itemBytes, syncQuota } from '../../../../lib/places/sync-quota.ts';
import { anyPlace, idOf, noon, place } from './support.ts';

const hash = 'a1b2c3d4';
const key = (n: number) => `place:${hash}:${idOf(n)}`;
const orderKey = (n: number) => `place-order:${hash}:${n}`;
const listOf = (places: Place[]) => withPlaces(noPlaces, places, noon);
const count = (length: number, changes: (n: number) => Partial<Place> = () => ({})) =>
  Array.from({ length }, (_, n) => place(n, changes(n)));
const bytesOf = (items: SyncItems) => Object.entries(items).reduce((sum, [k, v]) => sum + itemBytes(k, v), 0);
/** About 500 bytes, so that 500 of them are too many. */
const wordy = (n: number) => ({ note: 'some words '.repeat(20).trim(), updatedAt: noon + n });
/** What `storage.sync` holds after the items were written. */
function stored(list: PlaceList, before: SyncItems = {}): SyncItems {
  const { items, stale } = cutIntoItems(list, hash, before);
  return Object.fromEntries(Object.entries({ ...before, ...items }).filter(([k]) => !stale.includes(k) || k in items));
}

it('counts UTF-8 bytes of key and JSON, and `<` as Chromium writes it', () => {
  expect(itemBytes('ab', 'x')).toBe(5);
  expect(itemBytes('é', '日"')).toBe(2 + 2 + 3 + 2);
  expect(itemBytes('a', { b: '<i>' })).toBe(1 + '{"b":"\\u003Ci>"}'.length);
});

it('reads back what it has cut', () => {
  const anyPlaces = fc.uniqueArray(anyPlace, { selector: ({ id }) => id });
  fc.assert(
    fc.property(anyPlaces, fc.integer({ min: 1 }), (places, now) => {
      const list = withPlaces(noPlaces, places, now);
      const { items, ...rest } = cutIntoItems(list, hash, {});
      expect(rest).toEqual({ stale: [], tooLarge: [], left: [], barred: [], isOrderLeft: false });
      expect(readItems(items, hash)).toEqual({ list, unreadable: [], tornOrder: null });
    }),
  );
});

it('writes no order that nobody gave', () => {
  expect(cutIntoItems({ ...noPlaces, places: [place(1)] }, hash, {})).toMatchObject({ isOrderLeft: false });
  expect(Object.keys(cutIntoItems({ ...noPlaces, places: [place(1)] }, hash, {}).items)).toEqual([key(1)]);
});

it('keeps the order of 500 places, in as many items as it takes', () => {
  const list = listOf(count(mostPlaces).reverse());
  const { items, isOrderLeft } = cutIntoItems(list, hash, {});
  expect(Object.keys(items).filter((each) => each.startsWith('place-order:'))).toHaveLength(3);
  expect(isOrderLeft).toBe(false);
  expect(readItems(items, hash).list.order).toEqual(list.order);
});

describe('what does not fit', () => {
  const list = listOf(count(mostPlaces, (n) => ({ ...wordy(n), archived: n % 2 === 1 })));
  const { items, left, tooLarge } = cutIntoItems(list, hash, {});
  it('stays within the quota, and uses it', () => {
    expect(bytesOf(items)).toBeLessThanOrEqual(syncQuota.bytes);
    expect(bytesOf(items)).toBeGreaterThan(syncQuota.bytes - 1000);
    expect(Math.max(...Object.entries(items).map(([k, v]) => itemBytes(k, v)))).toBeLessThanOrEqual(8192);
  });
  it('is named, all of it', () => {
    const written = readItems(items, hash).list.places;
    expect(written.length + left.length).toBe(mostPlaces);
    expect(tooLarge).toEqual([]);
    expect(new Set([...written, ...left].map(({ id }) => id)).size).toBe(mostPlaces);
  });
  it('is what was archived, then what was changed longest ago', () => {
    const written = readItems(items, hash).list.places;
    expect(written.every(({ archived }) => !archived)).toBe(true);
    const oldestWritten = Math.min(...written.map(({ updatedAt }) => updatedAt));
    const actives = left.filter(({ archived }) => !archived);
    expect(Math.max(...actives.map(({ updatedAt }) => updatedAt))).toBeLessThan(oldestWritten);
  });
  it('counts what is there of others', () => {
    const others = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`place:other:${n}`, 'x'.repeat(8000)]));
    const cut = cutIntoItems(list, hash, others);
    expect(cut.stale).toEqual([]);
    expect(bytesOf(cut.items) + bytesOf(others)).toBeLessThanOrEqual(syncQuota.bytes);
    expect(cut.isOrderLeft).toBe(true);
    expect(cut.left.length + Object.keys(cut.items).length).toBe(mostPlaces);
  });
  it('is limited by the number of items, too', () => {
    const others = Object.fromEntries(Array.from({ length: syncQuota.items - 3 }, (_, n) => [`o${n}`, 0]));
    const cut = cutIntoItems(listOf(count(5)), hash, others);
    expect(Object.keys(cut.items)).toHaveLength(3);
    expect(cut.left).toHaveLength(3);
  });
  it('frees the room of what has none any more', () => {
    const old = stored(listOf(count(200, (n) => ({ ...wordy(n), updatedAt: 1 }))));
    const after = cutIntoItems(mergePlaces(readItems(old, hash).list, list), hash, old);
    const kept = Object.fromEntries(Object.entries(old).filter(([k]) => !after.stale.includes(k)));
    expect(after.stale.length).toBeGreaterThan(0);
    expect(after.stale.some((k) => Object.hasOwn(after.items, k))).toBe(false);
    expect(bytesOf({ ...kept, ...after.items })).toBeLessThanOrEqual(syncQuota.bytes);
  });
  it('is told apart from what is too large for an item', () => {
    const large = place(1, { note: 'x'.repeat(9000) });
    expect(cutIntoItems(listOf([large, place(2)]), hash, {})).toMatchObject({ tooLarge: [large], left: [] });
  });
});

it('has room in one item for the largest place there can be', () => {
  const most = { name: '<'.repeat(80), system: '<'.repeat(80), contact: '<'.repeat(120), note: '<'.repeat(500) };
  expect(itemBytes(key(1), place(1, { ...most, link: 'x'.repeat(500) }))).toBeLessThan(syncQuota.bytesPerItem);
});

describe('what cannot be read', () => {
  const odd: SyncItems = {
    [key(1)]: { ...place(1), later: 'a field of a newer version' },
    [key(2)]: place(3),
    [key(4)]: { ...place(4), link: 'javascript:alert(1)' },
    [key(5)]: null,
    [`place:${hash}:__proto__`]: { name: 'Evil' },
    [key(6)]: place(6),
    [`place:other:${idOf(7)}`]: 'of another account',
    settings: 1,
  };
  const bad = [key(1), key(2), key(4), key(5), `place:${hash}:__proto__`];
  it('is named by its key, and the rest is read', () => {
    expect(readItems(odd, hash)).toEqual({
      list: { places: [place(6)], order: noPlaces.order },
      unreadable: bad,
      tornOrder: null,
    });
  });
  it('is neither written over nor removed', () => {
    const cut = cutIntoItems(listOf(count(8)), hash, odd);
    expect(cut.barred.map(({ id }) => id).sort()).toEqual([1, 2, 4, 5].map(idOf));
    expect(cut.stale).toEqual([]);
    expect(bad.some((k) => Object.hasOwn(cut.items, k))).toBe(false);
    expect(Object.keys(stored(listOf(count(8)), odd))).toEqual(expect.arrayContaining(Object.keys(odd)));
  });
  it.each([
    [orderKey(0), { updatedAt: 1, of: 1, ids: 'x' }],
    [orderKey(0), { updatedAt: 1, of: 1, ids: '', later: 1 }],
    [orderKey(0), { updatedAt: 1, of: 1000, ids: '' }],
    [`${orderKey(0)}0`, { updatedAt: 1, of: 1, ids: '' }],
  ])('may be an order: %s, %j', (k, value) => {
    expect(readItems({ [k]: value }, hash)).toMatchObject({ unreadable: [k], list: noPlaces });
    const cut = cutIntoItems(listOf(count(2)), hash, { [k]: value });
    expect(cut).toMatchObject({ isOrderLeft: true, stale: [] });
    expect(Object.keys(cut.items)).toEqual([key(0), key(1)]);
  });
});

describe('an order that has come over in part', () => {
  const theirs = withPlaces(noPlaces, count(300).reverse(), noon + 5);
  const all = cutIntoItems(theirs, hash, {}).items;
  const { [orderKey(1)]: second, ...torn } = all;
  it('counts as none, and is waited for', () => {
    expect(readItems(torn, hash)).toMatchObject({
      tornOrder: noon + 5,
      list: { order: noPlaces.order },
      unreadable: [],
    });
    const ours = cutIntoItems(listOf(count(300)), hash, torn);
    expect(ours.isOrderLeft).toBe(true);
    expect([...Object.keys(ours.items), ...ours.stale].some((k) => k.startsWith('place-order'))).toBe(false);
    expect(readItems({ ...torn, ...ours.items, [orderKey(1)]: second }, hash).list.order).toEqual(theirs.order);
  });
  it('is torn where its parts are of different times', () => {
    const older = cutIntoItems(withPlaces(noPlaces, count(300), noon), hash, {}).items;
    expect(readItems({ ...all, [orderKey(1)]: older[orderKey(1)] }, hash).tornOrder).toBe(noon + 5);
  });
  it('is written over by a newer one', () => {
    const ours = withPlaces(noPlaces, count(300), noon + 6);
    expect(readItems(stored(ours, torn), hash)).toMatchObject({ tornOrder: null, list: { order: ours.order } });
  });
  it('may leave parts of a longer one behind, which are removed', () => {
    const shorter = withPlaces(noPlaces, count(3), noon + 9);
    expect(cutIntoItems(shorter, hash, all).stale).toContain(orderKey(1));
    expect(readItems({ ...all, ...cutIntoItems(shorter, hash, all).items }, hash).list.order).toEqual(shorter.order);
  });
});

it('brings three devices to one list through the storage they share', () => {
  const anyDevice = fc
    .tuple(fc.uniqueArray(anyPlace, { selector: ({ id }) => id }), fc.integer({ min: 1, max: 3 }))
    .map(([places, now]) => withPlaces(noPlaces, places, now));
  fc.assert(
    fc.property(fc.tuple(anyDevice, anyDevice, anyDevice), fc.array(fc.nat(2), { maxLength: 9 }), (lists, turns) => {
      const devices: PlaceList[] = [...lists];
      let shared: SyncItems = {};
      for (const turn of [...turns, 0, 1, 2, 0, 1, 2]) {
        const merged = mergePlaces(devices[turn] ?? noPlaces, readItems(shared, hash).list);
        devices[turn] = merged;
        shared = stored(merged, shared);
      }
      expect(devices[1]).toEqual(devices[0]);
      expect(devices[2]).toEqual(devices[0]);
      expect(readItems(shared, hash).list).toEqual(devices[0]);
    }),
  );
});

it('takes a moment for 500 places', () => {
  const list = listOf(count(mostPlaces));
  const before = stored(list);
  const start = performance.now();
  cutIntoItems(mergePlaces(list, readItems(before, hash).list), hash, before);
  expect(performance.now() - start).toBeLessThan(1500);
});
