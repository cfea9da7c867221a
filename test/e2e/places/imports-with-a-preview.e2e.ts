import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openAgain } from '../operations/helpers.ts';
import { placesOf, storePlaces } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { chooseFile } from '../support/files.ts';
import { saying } from '../support/texts.ts';
import type { View } from '../support/view.ts';
import { fileOf, idOf, importAll, openImporting, preview } from './importing.ts';
import { scrollTo, storedNames, unfold, waitForListed } from './listing.ts';

let desk: Desk;
let options: View;
beforeAll(async () => {
  ({ desk, options } = await openImporting());
});
afterAll(() => desk.close());

beforeEach(async () => {
  await storePlaces(desk, [
    { name: 'Kiosk', system: 'Lobby', note: 'By the door' },
    { name: 'Billing export', contact: 'Bea' },
  ]);
  await waitForListed(options, ['Kiosk', 'Billing export']);
});

it('says what is new, what changes and what is the same, and changes nothing before Import', async () => {
  const before = await placesOf(desk);
  const rows = [
    { id: idOf(1), name: 'Kiosk', note: 'In the hall' },
    { id: idOf(2), name: 'Billing export', contact: 'Bea' },
    { id: idOf(7), name: 'Zap', link: 'https://zapier.com/app/zaps', api: 'logs' },
  ];
  const text = await preview(options, fileOf(rows), 1, 1, 1);
  expect(text).toMatch(saying('placesFile_before', 'By the door'));
  expect(text).toMatch(saying('placesFile_after', 'In the hall'));
  expect(text).toContain('https://zapier.com/app/zaps');
  expect(await placesOf(desk), 'nothing has changed').toEqual(before);
  await options.click('Cancel');
  expect(await options.hasButton('Import')).toBe(false);
  expect(await placesOf(desk), 'nothing has changed').toEqual(before);

  await preview(options, fileOf(rows), 1, 1, 1);
  await importAll(options, 1, 1);
  expect(await placesOf(desk)).toMatchObject([
    // What the file does not say stays.
    { id: idOf(1), name: 'Kiosk', system: 'Lobby', note: 'In the hall' },
    before[1],
    { id: idOf(7), name: 'Zap', api: 'logs', format: 'token' },
  ]);
  await waitForListed(options, ['Kiosk', 'Billing export', 'Zap']);
});

it('takes the first of rows with the same id, and says so of the others', async () => {
  const text = await preview(options, fileOf([7, 7, 8].map((id) => ({ id: idOf(id), name: `Zap ${id}` }))), 2, 0, 0);
  expect(text).toMatch(saying('placesFile_refusedField', 2, 'Id', 'An earlier row has the same id.'));
  await importAll(options, 2, 0);
  expect(await storedNames(desk)).toEqual(['Kiosk', 'Billing export', 'Zap 7', 'Zap 8']);
});

it('asks about a place with the name of one that is here, and leaves it out until told', async () => {
  const rows = [
    { id: idOf(8), name: 'kiosk', system: 'Lobby', note: 'Upstairs' },
    { id: idOf(9), name: 'Billing export', contact: 'Ben' },
  ];
  await preview(options, fileOf(rows), 0, 0, 0);
  await options.waitForText(saying('placesFile_conflicts', 2));
  expect(await importIsOff(), 'Import can be pressed').toBe(true);
  await options.click('Import');
  expect(await storedNames(desk)).toEqual(['Kiosk', 'Billing export']);

  await options.choose('What to do with kiosk', 'Change the one that is here');
  await options.choose('What to do with Billing export', 'Add as another place');
  await options.waitForText(saying('placesFile_counts', 1, 1, 0));
  await importAll(options, 1, 1);
  expect(await placesOf(desk)).toMatchObject([
    { id: idOf(1), name: 'kiosk', system: 'Lobby', note: 'Upstairs' },
    { id: idOf(2), name: 'Billing export', contact: 'Bea' },
    { id: idOf(9), name: 'Billing export', contact: 'Ben' },
  ]);
});

it('takes 500 places and no more, says how many it has not looked at, and stays at work with them', async () => {
  await storePlaces(desk, []);
  const rows = Array.from({ length: 501 }, (_, number) => ({ id: idOf(1000 + number), name: `Shop ${number + 1}` }));
  const text = await preview(options, fileOf(rows), 500, 0, 0);
  expect(text).toMatch(saying('placesFile_beyond', 1, 500));
  await importAll(options, 500, 0);
  const names = rows.slice(0, 500).map(({ name }) => name);
  expect(await storedNames(desk)).toEqual(names);
  await waitForListed(options, names);

  // The file holds the others once more, and one for which there is no room.
  const more = fileOf([...rows.slice(0, 499), { id: idOf(2000), name: 'One more' }]);
  await chooseFile(options, 'places.json', more);
  await options.waitForText(saying('placesFile_nothing'));
  await options.waitForText(saying('placesFile_refusedRow', 500, 'There is no room for it'));
  await options.click('Cancel');
  await options.click('Add place');
  await options.fill('Name', 'By hand');
  await options.click('Save place');
  await options.waitForAlert(saying('places_not_tooMany', 500));
  expect((await placesOf(desk)).length).toBe(500);
  await options.click('Cancel');

  await scrollTo(options, 'Shop 500');
  await options.click('Archive Shop 500');
  await options.waitForStatus(saying('places_archived', 'Shop 500'));
  const popup = await openAgain(desk);
  await popup.waitForText(saying('places_used_other', 499));
  await popup.click('Places');
  await waitForListed(popup, names.slice(0, 499));
  await unfold(popup, /^Archived \(1\)$/);
  await popup.click('Bring back Shop 500');
  await popup.waitForStatus(saying('places_broughtBack', 'Shop 500'));
  await waitForListed(popup, names);
  await popup.close();
  expect(desk.log.complaints()).toEqual([]);
});

it('can be given the same file once more', async () => {
  await chooseFile(options, 'places.json', 'not yet');
  await options.waitForAlert(saying('placesFile_not_notJson'));
  await preview(options, fileOf([{ name: 'Zap' }]), 1, 0, 0);
  expect(await options.alert()).toBe('');
  await options.click('Cancel');
});

async function importIsOff(): Promise<boolean> {
  return (await options.button('Import')).evaluate((button) => button.ariaDisabled === 'true');
}
