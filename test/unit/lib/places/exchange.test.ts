// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { largestFile, type PlacesFile, readPlacesFile, writePlacesFile } from '../../../../lib/places/exchange.ts';
import { mostPlaces, type Place } from '../../../../lib/places/place.ts';
import { fakeToken, idOf, noon, place } from './support.ts';

function fileOf(text: string): PlacesFile {
  const file = readPlacesFile(text);
  if (!file.ok) throw new Error(file.failure);
  return file;
}
const rowsOf = (...rows: unknown[]) => fileOf(JSON.stringify(rows));
const refusedIn = (row: unknown) => rowsOf(row).refused.map(({ field, code }) => `${field} ${code}`);

it('writes the same text for the same places, whatever order their fields were set in', () => {
  const text = writePlacesFile([place(1, { link: null })], { label: 'Acme', orgId: '42' }, noon);
  expect(text).toBe(`{
  "format": "token-desk-places",
  "version": 1,
  "exportedAt": "2026-05-05T12:00:00.000Z",
  "account": {
    "label": "Acme",
    "orgId": "42"
  },
  "places": [
    {
      "id": "00000000000000000000000000000001",
      "name": "Place 1",
      "system": "Acme",
      "link": null,
      "contact": "Olivia",
      "api": "logs",
      "format": "token",
      "note": "",
      "updatedAt": ${noon},
      "archived": false
    }
  ]
}
`);
  const turned = Object.fromEntries(Object.entries(place(1, { link: null })).reverse()) as Place;
  expect(writePlacesFile([turned], { orgId: '42', label: 'Acme' }, noon)).toBe(text);
  expect(JSON.parse(writePlacesFile([], null, noon))).toMatchObject({ account: null, places: [] });
});

it('writes nothing but what a place has', () => {
  const more = { ...place(1), token: 'x' };
  expect(writePlacesFile([more], null, noon)).not.toContain('token":');
});

it('reads what it wrote', () => {
  const places = [place(1), place(2, { note: 'one\ntwo', link: null, archived: true, name: '日本語 "<b>' })];
  const file = fileOf(`\ufeff${writePlacesFile(places, null, noon)}`);
  expect(file.rows).toEqual(places.map(({ id, ...said }, index) => ({ index, id, said })));
  expect(file).toMatchObject({ refused: [], ignored: { fields: 0, rows: 0 }, beyond: 0 });
});

describe('a file that is none', () => {
  const format = 'token-desk-places';
  it.each([
    ['nothing', '', 'notJson'],
    ['half a file', '{"format":"token-desk-places"', 'notJson'],
    ['brackets without end', '['.repeat(1_000_000), 'notJson'],
    ['null', 'null', 'notPlaces'],
    ['a number', '1', 'notPlaces'],
    ['another object', '{}', 'notPlaces'],
    ['another format', JSON.stringify({ format: 'x', version: 1, places: [] }), 'notPlaces'],
    [
      'an inherited format',
      JSON.stringify({ version: 1, places: [] }).replace('{', `{"__proto__":{"format":"${format}"},`),
      'notPlaces',
    ],
    ['no version', JSON.stringify({ format, places: [] }), 'notPlaces'],
    ['half a version', JSON.stringify({ format, version: 1.5, places: [] }), 'notPlaces'],
    ['version 0', JSON.stringify({ format, version: 0, places: [] }), 'notPlaces'],
    ['a newer version', JSON.stringify({ format, version: 2, places: {} }), 'newerVersion'],
    ['places that are no list', JSON.stringify({ format, version: 1, places: { length: 1 } }), 'notPlaces'],
  ])('%s', (_, text, failure) => {
    expect(readPlacesFile(text)).toEqual({ ok: false, failure });
  });
  it('by a byte too large', () => {
    const fill = (length: number) => `[${' '.repeat(length - 2)}]`;
    expect(readPlacesFile(fill(largestFile)).ok).toBe(true);
    expect(readPlacesFile(fill(largestFile + 1))).toEqual({ ok: false, failure: 'tooLarge' });
    expect(readPlacesFile(`["${'é'.repeat(largestFile / 2)}"]`)).toEqual({ ok: false, failure: 'tooLarge' });
  });
});

describe('a row', () => {
  it('needs a name alone, says only what it says, and gets an id', () => {
    const [one, other] = rowsOf({ name: ' Kiosk ' }, { name: 'Kiosk', id: null, link: null, note: '' }).rows;
    expect(one).toEqual({ index: 0, id: expect.stringMatching(/^[0-9a-f]{32}$/), said: { name: 'Kiosk' } });
    expect(other?.said).toEqual({ name: 'Kiosk', link: null, note: '' });
    expect(one?.id).not.toBe(other?.id);
  });
  it.each<[string, unknown, string[]]>([
    ['is null', null, ['null notAnObject']],
    ['is a list', [], ['null notAnObject']],
    ['is text', 'Kiosk', ['null notAnObject']],
    ['has no name', {}, ['name missing']],
    ['has a number for a name', { name: 1 }, ['name wrongType']],
    ['has an http link', { name: 'x', link: 'http://example.com' }, ['link notHttps']],
    ['has a script for a link', { name: 'x', link: 'javascript:alert(1)' }, ['link notHttps']],
    ['has a token in its note', { name: 'x', note: fakeToken() }, ['note looksLikeASecret']],
    ['has another id', { name: 'x', id: '../1' }, ['id wrongType']],
    ['is archived "yes"', { name: 'x', archived: 'yes' }, ['archived wrongType']],
    ['is of no time', { name: 'x', updatedAt: -1 }, ['updatedAt wrongType']],
    ['has a null for an API', { name: 'x', api: null }, ['api wrongType']],
    [
      'has all that',
      { name: '', link: 7, api: 'x', id: 1 },
      ['link wrongType', 'id wrongType', 'name missing', 'api unknown'],
    ],
  ])('that %s is refused', (_, row, refused) => {
    expect(refusedIn(row)).toEqual(refused);
    expect(rowsOf(row, place(1)).rows).toHaveLength(1);
  });
  it('is told by its index', () => {
    expect(rowsOf(place(1), {}, place(2), 1)).toMatchObject({
      rows: [{ index: 0 }, { index: 2 }],
      refused: [
        { index: 1, field: 'name', code: 'missing' },
        { index: 3, field: null, code: 'notAnObject' },
      ],
    });
  });
  it('counts once of those with its id: the first good one', () => {
    const file = rowsOf({ ...place(1), name: '' }, place(1), place(1, { name: 'Again' }), place(2));
    expect(file.rows.map(({ index }) => index)).toEqual([1, 3]);
    expect(file.refused).toEqual([
      { index: 0, field: 'name', code: 'missing' },
      { index: 2, field: 'id', code: 'duplicateId' },
    ]);
  });
});

it('counts what it does not know, in refused rows, too', () => {
  expect(rowsOf({ ...place(1), owner: 'x', token: 'y' }, place(2), { x: 1 }).ignored).toEqual({ fields: 3, rows: 2 });
});

it('is not led astray by names that objects have anyway', () => {
  const text = `[{"__proto__":{"name":"Evil","archived":true},"constructor":{"prototype":{"name":"Evil"}},"name":"Kiosk"},
    {"__proto__":{"name":"Evil"}}]`;
  const file = fileOf(text);
  expect(file.rows.map(({ said }) => said)).toEqual([{ name: 'Kiosk' }]);
  expect(file.refused).toEqual([{ index: 1, field: 'name', code: 'missing' }]);
  expect(file.ignored).toEqual({ fields: 3, rows: 2 });
  expect(({} as { name?: unknown }).name).toBeUndefined();
});

it('looks at no more rows than there may be places, and says how many are left', () => {
  const file = rowsOf(...Array.from({ length: mostPlaces + 3 }, (_, n) => place(n)));
  expect(file.rows).toHaveLength(mostPlaces);
  expect(file.rows.at(-1)?.id).toBe(idOf(mostPlaces - 1));
  expect(file.beyond).toBe(3);
  expect(rowsOf(place(1)).beyond).toBe(0);
});
