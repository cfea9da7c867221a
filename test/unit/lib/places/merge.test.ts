// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movePlace } from '../../../../lib/places/edit.ts';
import { inOrder, mergePlaces, noPlaces, type PlaceList, withPlaces } from '../../../../lib/places/merge.ts';
import type { Place } from '../../../../lib/places/place.ts';
import { anyPlace, idOf, noon, place } from './support.ts';

const ids = (list: PlaceList) => list.places.map(({ id }) => Number.parseInt(id, 16));
const listOf = (places: Place[], order: number[] = [], updatedAt = 0): PlaceList => {
  const given = { ids: order.map(idOf), updatedAt };
  return { places: inOrder(new Map(places.map((each) => [each.id, each])), given), order: given };
};
/** Any list of a device: its places in their order, which may name others and not name all. */
const anyList: fc.Arbitrary<PlaceList> = fc
  .tuple(
    fc.uniqueArray(anyPlace, { selector: ({ id }) => id }),
    fc.uniqueArray(fc.integer({ min: 0, max: 7 })),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([places, order, updatedAt]) => listOf(places, order, updatedAt));

describe('a merge', () => {
  it('is the same from both sides', () => {
    fc.assert(
      fc.property(anyList, anyList, (a, b) => {
        expect(mergePlaces(a, b)).toEqual(mergePlaces(b, a));
      }),
    );
  });
  it('with itself, or with nothing, changes nothing', () => {
    fc.assert(
      fc.property(anyList, (a) => {
        expect(mergePlaces(a, a)).toEqual(a);
        expect(mergePlaces(a, mergePlaces(a, a))).toEqual(a);
        if (a.order.updatedAt > 0) expect(mergePlaces(a, noPlaces)).toEqual(a);
      }),
    );
  });
  it('is the same in any sequence', () => {
    fc.assert(
      fc.property(anyList, anyList, anyList, (a, b, c) => {
        expect(mergePlaces(mergePlaces(a, b), c)).toEqual(mergePlaces(a, mergePlaces(b, c)));
      }),
    );
  });
  it('brings three devices to one list, whoever hears of whom first', () => {
    const meetings = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.tuple(anyList, anyList, anyList), meetings, (lists, random) => {
        const devices = [...lists];
        // In the end each has heard of each.
        for (const [from, to] of [...random, [0, 1], [1, 2], [2, 0], [0, 1]] as const) {
          devices[to] = mergePlaces(devices[to] ?? noPlaces, devices[from] ?? noPlaces);
        }
        expect(devices[1]).toEqual(devices[0]);
        expect(devices[2]).toEqual(devices[0]);
      }),
    );
  });
  it('leaves no place out, and takes the newest of each', () => {
    fc.assert(
      fc.property(anyList, anyList, (a, b) => {
        const all = [...a.places, ...b.places];
        const merged = mergePlaces(a, b).places;
        expect(new Set(merged.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
        expect(merged).toHaveLength(new Set(all.map(({ id }) => id)).size);
        for (const each of merged) {
          const versions = all.filter(({ id }) => id === each.id);
          expect(each.updatedAt).toBe(Math.max(...versions.map(({ updatedAt }) => updatedAt)));
          expect(versions).toContainEqual(each);
        }
      }),
    );
  });
});

it('takes the order that was given last, with what it does not name at the end', () => {
  const one = listOf([place(1), place(2), place(3)], [3, 2, 1], 5);
  const other = listOf([place(1), place(5), place(4), place(2)], [1, 5, 4, 2], 4);
  expect(ids(mergePlaces(one, other))).toEqual([3, 2, 1, 4, 5]);
  expect(ids(mergePlaces(one, { ...other, order: { ...other.order, updatedAt: 6 } }))).toEqual([1, 5, 4, 2, 3]);
});

it('keeps a place that was edited here and an order that was made elsewhere', () => {
  const base = listOf([place(1), place(2)], [1, 2], 5);
  const edited = withPlaces(base, [place(1, { note: 'x', updatedAt: noon + 1 }), place(2)], 9);
  const moved = movePlace(base.places, idOf(2), 0);
  const merged = mergePlaces(edited, withPlaces(base, moved.ok ? moved.places : [], 7));
  expect(ids(merged)).toEqual([2, 1]);
  expect(merged.places[1]?.note).toBe('x');
});

describe('the order after an edit', () => {
  const base = listOf([place(1), place(2)], [1, 2], 5);
  it.each([
    ['a move', [place(2), place(1)], 9, { ids: [idOf(2), idOf(1)], updatedAt: 9 }],
    ['a new place', [place(1), place(2), place(3)], 9, { ids: [idOf(1), idOf(2), idOf(3)], updatedAt: 9 }],
    ['a place less', [place(1)], 9, { ids: [idOf(1)], updatedAt: 9 }],
    ['another content', [place(1), place(2, { note: 'x' })], 9, base.order],
    ['a move by a clock that was set back', [place(2), place(1)], 1, { ids: [idOf(2), idOf(1)], updatedAt: 6 }],
  ])('by %s', (_, places, now, order) => {
    expect(withPlaces(base, places, now)).toEqual({ places, order });
  });
});

it('takes a moment for 500 places on each side', () => {
  const many = (from: number) => Array.from({ length: 500 }, (_, n) => place(from + n));
  const [one, other] = [withPlaces(noPlaces, many(0), 5), withPlaces(noPlaces, many(250), 6)];
  const start = performance.now();
  expect(mergePlaces(one, other).places).toHaveLength(750);
  // A hundred times what it takes; work that grows with the square would be beyond it.
  expect(performance.now() - start).toBeLessThan(500);
});
