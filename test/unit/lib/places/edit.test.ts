// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { addPlace, type Edited, movePlace, setArchived, updatePlace } from '../../../../lib/places/edit.ts';
import { latestTime, mostPlaces, type Place, type PlaceFields, placeSchema } from '../../../../lib/places/place.ts';
import { idOf, noon, place } from './support.ts';

const later = noon + 1000;
const deepFrozen = (places: Place[]): readonly Place[] => Object.freeze(places.map((each) => Object.freeze(each)));
const three = deepFrozen([place(1), place(2), place(3)]);
const fields: PlaceFields = {
  ...{ name: 'New', system: '', link: null, contact: '' },
  ...({ api: 'other', format: 'token', note: '' } as const),
};

function placesOf(edited: Edited): readonly Place[] {
  if (!edited.ok) throw new Error(edited.failure);
  return edited.places;
}
const namesOf = (edited: Edited) => placesOf(edited).map(({ id }) => Number.parseInt(id, 16));

describe('adding', () => {
  it('puts a place at the end, with an id of its own', () => {
    const added = placesOf(addPlace(three, fields, later));
    expect(added.slice(0, 3)).toEqual(three);
    expect(added[3]).toEqual({ ...fields, id: expect.any(String), updatedAt: later, archived: false });
    expect(placeSchema.safeParse(added[3]).success).toBe(true);
    expect(placesOf(addPlace(added, fields, later))[4]?.id).not.toBe(added[3]?.id);
  });
  it('takes nothing but fields from what it is given', () => {
    expect(placesOf(addPlace([], place(7, { archived: true }), later))[0]).toMatchObject({
      updatedAt: later,
      archived: false,
    });
    expect(placesOf(addPlace([], place(7), later))[0]?.id).not.toBe(idOf(7));
  });
  it('ends at the most places, archived ones counted', () => {
    const many = Array.from({ length: mostPlaces }, (_, n) => place(n, { archived: true }));
    expect(addPlace(many, fields, later)).toEqual({ ok: false, failure: 'tooMany' });
    expect(placesOf(addPlace(many.slice(1), fields, later))).toHaveLength(mostPlaces);
  });
});

describe('updating', () => {
  it('changes the one place and its time', () => {
    const updated = placesOf(updatePlace(three, idOf(2), { name: 'New', link: null }, later));
    expect(updated).toEqual([place(1), place(2, { name: 'New', link: null, updatedAt: later }), place(3)]);
  });
  it('leaves the time where nothing is different', () => {
    expect(placesOf(updatePlace(three, idOf(2), { name: 'Place 2' }, later))).toBe(three);
    expect(placesOf(updatePlace(three, idOf(2), place(2, { updatedAt: 5 }), later))).toBe(three);
  });
  it('keeps the id, whatever it is given', () => {
    expect(placesOf(updatePlace(three, idOf(2), place(9), later))[1]?.id).toBe(idOf(2));
  });
  it('is later than what it changes, whatever the clock says', () => {
    const timeOf = (now: number, before = noon) =>
      placesOf(updatePlace([place(1, { updatedAt: before })], idOf(1), { name: 'New' }, now))[0]?.updatedAt;
    expect([timeOf(noon - 5000), timeOf(noon), timeOf(noon + 1)]).toEqual([noon + 1, noon + 1, noon + 1]);
    expect(timeOf(noon, latestTime)).toBe(latestTime);
  });
});

it('archives a place where it stands, and takes it back', () => {
  const archived = placesOf(setArchived(three, idOf(2), true, later));
  expect(archived[1]).toEqual(place(2, { archived: true, updatedAt: later }));
  expect(placesOf(setArchived(archived, idOf(2), true, later + 1))).toBe(archived);
  expect(placesOf(setArchived(archived, idOf(2), false, later + 1))[1]).toEqual(place(2, { updatedAt: later + 1 }));
});

it.each([
  [1, 0, [1, 2, 3]],
  [1, 1, [2, 1, 3]],
  [1, 2, [2, 3, 1]],
  [3, 0, [3, 1, 2]],
  [2, 99, [1, 3, 2]],
  [2, -99, [2, 1, 3]],
  [1, -1, [1, 2, 3]],
  [2, Number.NaN, [2, 1, 3]],
])('moves place %i to index %i', (n, index, order) => {
  expect(namesOf(movePlace(three, idOf(n), index))).toEqual(order);
  expect(placesOf(movePlace(three, idOf(n), index)).every(({ updatedAt }) => updatedAt === noon)).toBe(true);
});

it.each([
  ['update', updatePlace(three, idOf(9), { name: 'New' }, later)],
  ['archive', setArchived(three, '__proto__', true, later)],
  ['move', movePlace(three, '', 0)],
])('fails to %s a place that is not there', (_, edited) => {
  expect(edited).toEqual({ ok: false, failure: 'unknownPlace' });
});
