// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readPlacesFile } from '../../../../lib/places/exchange.ts';
import { mostPlaces, type Place } from '../../../../lib/places/place.ts';
import { applyImport, type Conflict, type ImportPreview, previewImport } from '../../../../lib/places/preview.ts';
import { idOf, noon, place } from './support.ts';

const later = noon + 1000;

function previewOf(current: readonly Place[], ...rows: unknown[]): ImportPreview {
  const file = readPlacesFile(JSON.stringify(rows));
  if (!file.ok) throw new Error(file.failure);
  return previewImport(current, file, later);
}
function applied(current: readonly Place[], preview: ImportPreview): readonly Place[] {
  const edited = applyImport(current, preview, later);
  if (!edited.ok) throw new Error(edited.failure);
  return edited.places;
}
const choosing = (preview: ImportPreview, choice: Conflict['choice']): ImportPreview => ({
  ...preview,
  conflicts: preview.conflicts.map((conflict) => ({ ...conflict, choice })),
});
const current = Object.freeze([place(1), place(2, { archived: true }), place(3)]);

it('tells new, changed and unchanged places and refused rows apart', () => {
  const preview = previewOf(current, place(1), place(3, { name: 'New', note: 'x', updatedAt: 5 }), place(4), {});
  expect(preview).toMatchObject({
    added: [place(4)],
    changed: [
      { before: place(3), after: place(3, { name: 'New', note: 'x', updatedAt: 5 }), fields: ['name', 'note'] },
    ],
    unchanged: [place(1)],
    conflicts: [],
    refused: [{ index: 3, field: 'name', code: 'missing' }],
  });
  expect(applied(current, preview)).toEqual([
    place(1),
    place(2, { archived: true }),
    place(3, { name: 'New', note: 'x', updatedAt: later }),
    place(4),
  ]);
});

it('never removes a place', () => {
  expect(applied(current, previewOf(current))).toEqual(current);
  expect(applied(current, previewOf(current, place(1)))).toEqual(current);
});

it.each([
  ['says nothing', undefined, true],
  ['says archived', true, true],
  ['says not archived', false, false],
])('where the file %s of an archived place', (_, archived, expected) => {
  const row = { ...place(2), name: 'New', archived };
  expect(applied(current, previewOf(current, row))[1]).toMatchObject({ name: 'New', archived: expected });
});

it('leaves what a row does not say as it is', () => {
  const preview = previewOf(current, { id: idOf(1), name: 'New' });
  expect(preview.changed).toMatchObject([{ fields: ['name'] }]);
  expect(applied(current, preview)[0]).toEqual(place(1, { name: 'New', updatedAt: later }));
});

it('fills a new place like an empty form, now', () => {
  const [added] = previewOf([], { name: 'Kiosk' }).added;
  expect(added).toEqual({
    ...{ id: expect.any(String), name: 'Kiosk', system: '', link: null, contact: '' },
    ...{ api: 'other', format: 'token', note: '', updatedAt: later, archived: false },
  });
});

it('takes no time that is still to come', () => {
  expect(previewOf([], place(1, { updatedAt: later + 9 })).added).toEqual([place(1, { updatedAt: later })]);
});

describe('a row of the same name and system', () => {
  const row = place(9, { name: ' PLACE 1', contact: 'Noah', link: 'https://example.com/1' });
  it('is a conflict, and changes nothing at first', () => {
    const preview = previewOf(current, row);
    expect(preview).toMatchObject({ added: [], changed: [], unchanged: [] });
    expect(preview.conflicts).toMatchObject([
      { code: 'sameName', before: place(1), added: { id: idOf(9) }, fields: ['name', 'contact'], choice: 'leave' },
    ]);
    expect(applied(current, preview)).toEqual(current);
  });
  it('can change the place that is there', () => {
    const places = applied(current, choosing(previewOf(current, row), 'change'));
    expect(places).toEqual([place(1, { name: 'PLACE 1', contact: 'Noah', updatedAt: later }), ...current.slice(1)]);
  });
  it('can be added beside it', () => {
    const places = applied(current, choosing(previewOf(current, row), 'add'));
    expect(places).toEqual([...current, place(9, { ...row, name: 'PLACE 1' })]);
  });
  it('is no conflict where it says the same, or its own id is known', () => {
    expect(previewOf(current, place(9, { name: 'Place 1', link: 'https://example.com/1' })).unchanged).toEqual([
      place(1),
    ]);
    expect(previewOf(current, place(3, { name: 'Place 1' })).conflicts).toEqual([]);
    expect(previewOf(current, { name: 'Place 1', system: 'Other' }).conflicts).toEqual([]);
  });
  it('means the first of several', () => {
    const twins = [place(1, { name: 'Twin' }), place(2, { name: 'Twin' })];
    expect(previewOf(twins, { name: 'Twin', system: 'Acme', note: 'x' }).conflicts).toMatchObject([
      { before: twins[0] },
    ]);
  });
  it('loses no choice where two rows mean the same place', () => {
    const rows = [
      { ...place(8), name: 'Place 1', link: null },
      { ...place(9), name: 'Place 1', note: 'x' },
    ];
    const places = applied(current, choosing(previewOf(current, ...rows), 'change'));
    expect(places[0]).toMatchObject({ note: 'x', link: 'https://example.com/9' });
  });
});

describe('where the list has changed since the preview', () => {
  const preview = previewOf(current, place(1, { name: 'New' }), place(4));
  it('only the fields of the preview are set', () => {
    const meanwhile = [place(1, { contact: 'Noah', updatedAt: later + 5 }), place(3)];
    const [changed, ...others] = applied(meanwhile, preview);
    expect(changed).toEqual(place(1, { name: 'New', contact: 'Noah', updatedAt: later + 6 }));
    expect(others).toEqual([place(3), place(4)]);
  });
  it('what is gone is left alone, and what is there is not added twice', () => {
    expect(applied([place(3)], preview)).toEqual([place(3), place(4)]);
    const once = applied(current, preview);
    expect(applied(once, preview)).toEqual(once);
  });
});

describe('at the most places', () => {
  const many = Array.from({ length: mostPlaces - 1 }, (_, n) => place(n));
  it('refuses the rows that are too many, and takes the others', () => {
    const preview = previewOf(many, {}, place(1000), place(1001), place(1, { note: 'x' }));
    expect(preview.refused).toEqual([
      { index: 0, field: 'name', code: 'missing' },
      { index: 2, field: null, code: 'tooMany' },
    ]);
    expect(applied(many, preview)).toHaveLength(mostPlaces);
  });
  it('imports nothing where there is no room any more', () => {
    expect(applyImport([...many, place(2000)], previewOf(many, place(1000)), later)).toEqual({
      ok: false,
      failure: 'tooMany',
    });
  });
  it('still changes places where there are too many already', () => {
    const merged = Array.from({ length: mostPlaces + 9 }, (_, n) => place(n));
    expect(applied(merged, previewOf(merged, place(1, { note: 'x' })))[1]).toMatchObject({ note: 'x' });
  });
});
