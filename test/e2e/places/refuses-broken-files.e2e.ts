import { afterAll, beforeAll, expect, it } from 'vitest';
import { placesOf, storePlaces } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { chooseFile } from '../support/files.ts';
import { saying } from '../support/texts.ts';
import type { View } from '../support/view.ts';
import { fileOf, openImporting, preview } from './importing.ts';

const mebibyte = 1024 ** 2;
const largest = 5 * mebibyte;

let desk: Desk;
let options: View;
beforeAll(async () => {
  ({ desk, options } = await openImporting());
  await storePlaces(desk, [{ name: 'Kiosk' }]);
});
afterAll(() => desk.close());

/** A file of one place that has just so many bytes. */
function fileOfSize(bytes: number): string {
  const empty = fileOf([{ name: 'Large', filling: '' }]);
  return fileOf([{ name: 'Large', filling: '.'.repeat(bytes - Buffer.byteLength(empty)) }]);
}

const broken = [
  ['cut off', '{"format":"token-desk-places","version":1,"places":[{"na', 'notJson'],
  ['empty', '', 'notJson'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0xff, 0xfe]), 'notJson'],
  ['nested a million deep', '['.repeat(1_000_000), 'notJson'],
  ['of another kind', '{"format":"token-desk-record","version":1,"entries":[]}', 'notPlaces'],
  ['of another program', '{"name":"token-desk","version":"1.0.0","places":[]}', 'notPlaces'],
  ['without a list', '{"format":"token-desk-places","version":1,"places":{"length":1}}', 'notPlaces'],
  ['a single word', '"places"', 'notPlaces'],
  ['of a newer version', fileOf([{ name: 'Later' }], 2), 'newerVersion'],
  ['larger than 5 MB', fileOfSize(largest + 1), 'tooLarge'],
] as const;

it.each(broken)('refuses a file that is %s', async (_, content, failure) => {
  const before = await placesOf(desk);
  await chooseFile(options, 'places.json', content);
  await options.waitForAlert(saying(`placesFile_not_${failure}`, 5));
  expect(await options.hasButton('Import'), 'there is something to import').toBe(false);
  expect(await placesOf(desk)).toEqual(before);
  // What is said next is said anew.
  await options.click('OK');
});

it('takes a file of just 5 MB, and says what it has left out', async () => {
  const text = await preview(options, fileOfSize(largest), 1, 0, 0);
  expect(text).toMatch(saying('placesFile_ignored', 1, 1));
  await options.click('Import');
  await options.waitForStatus(saying('placesFile_imported', 1, 0));
  expect((await placesOf(desk)).map(({ name }) => name)).toEqual(['Kiosk', 'Large']);
  expect(JSON.stringify(await placesOf(desk)).length).toBeLessThan(1000);
  expect(desk.log.complaints()).toEqual([]);
});
