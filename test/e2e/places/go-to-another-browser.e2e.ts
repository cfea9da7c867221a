import { expect, it } from 'vitest';
import { openKnowing, openOperations } from '../operations/helpers.ts';
import { tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { fivePlaces } from '../rotation/rotating.ts';
import { placesOf, store, stored, storePlaces } from '../support/account.ts';
import { chooseFile, savedBy } from '../support/files.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import { importAll, openImporting, preview } from './importing.ts';

/** Places of every kind there is. */
const places = [
  ...fivePlaces,
  { name: 'Gone', archived: true, updatedAt: 1_700_000_000_000 },
  { name: 'Ours', format: `template:${'0f'.repeat(16)}`, note: 'First line\nSecond "line", with a comma' },
  { name: 'Straße 名前', system: '=1+1', link: 'https://xn--bcher-kva.example/%C3%BC?a=b#c' },
];

it('are the same in another browser, of another account, by a file', async () => {
  await using here = await openImporting();
  await storePlaces(here.desk, places);
  const before = await placesOf(here.desk);
  await here.options.waitForText(saying('places_count', places.length - 1));
  const file = await savedBy(here.desk, () => here.options.click('Export places'));
  expect(file.name).toMatch(/^token-desk-places-olivia-acme\.example-\d{4}-\d{2}-\d{2}\.json$/);
  await here.options.waitForStatus(saying('placesFile_exported', file.name));
  expect(holdsPartOf(tokenOf(here.desk), file.text), 'a part of the token is in the file').toBe(false);

  await using there = await openImporting();
  await preview(there.options, file.text, places.length, 0, 0);
  await importAll(there.options, places.length, 0);
  expect(await placesOf(there.desk)).toEqual(before);

  // A second time, and where it came from, it says that there is nothing to do.
  for (const { options, desk } of [there, here]) {
    await chooseFile(options, file.name, file.text);
    await options.waitForText(saying('placesFile_nothing'));
    expect(await placesOf(desk)).toEqual(before);
  }
});

it('go along in the browser’s sync, where it is switched on, and nothing else does', async () => {
  await using here = await openOperations();
  await (await openKnowing(here)).close();
  const stays = await storePlaces(here, places.slice(0, 3));
  const options = await here.openOptions('sync');
  expect(await stored(here, 'sync'), 'it is off at first').toEqual({});
  await options.clickOn('Sync places', 'checkbox');
  await options.waitForStatus(saying('options_sync_isOn'));
  await options.waitForText(saying('options_sync_ran'));
  const synced = await until('places in the sync', async () => {
    const items = await stored(here, 'sync');
    return stays.every(({ name }) => JSON.stringify(items).includes(name)) ? items : null;
  });
  expect(holdsPartOf(tokenOf(here), JSON.stringify(synced)), 'a part of the token is in the sync').toBe(false);
  expect(JSON.stringify(synced)).not.toContain(here.dashboard.account.owner.email);

  // The same account in another browser; its sync is brought there by hand.
  await using there = await openOperations({ at: null });
  there.dashboard.account = here.dashboard.account;
  await (await openKnowing(there)).close();
  await storePlaces(there, [{ name: 'Kiosk', id: '9'.repeat(32), updatedAt: 2 }]);
  await store(there, 'local', { sync: true });
  await store(there, 'sync', synced);
  const all = await until('the places of both', async () => {
    const known = await placesOf(there);
    return known.length === stays.length + 1 ? known : null;
  });
  expect(all).toEqual(expect.arrayContaining(stays));
  expect(all.map(({ name }) => name)).toContain('Kiosk');
  await until('what is here in the sync', async () => JSON.stringify(await stored(there, 'sync')).includes('Kiosk'));
});
