import { expect, it } from 'vitest';
import { confirm, openKnowing, openOperations } from '../operations/helpers.ts';
import { tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { waitForItem, waitForStage } from '../rotation/rotating.ts';
import { accountKey, recorded, stored, storePlaces, storeWidget } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { type SavedFile, savedBy } from '../support/files.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';

const reason = '=HYPERLINK("https://evil.example"),\n"quoted"; +1';

/** What is on record in the end, as events are called. */
const kinds = ['copied', 'shown', 'checked', 'rotationStarted', 'placeSkipped', 'regenerated'];

it('exports the record and everything else of an account without a token, or a part of one', async () => {
  await using desk = await openOperations();
  await storeWidget(desk);
  await storePlaces(desk, [{ name: '=1+1|Kiosk' }, { name: 'Zap' }]);
  const old = tokenOf(desk);
  await makeHistory(desk);
  const tokens = [old, tokenOf(desk)];
  expect(new Set(tokens).size).toBe(2);

  const options = await desk.openOptions('record');
  const files: SavedFile[] = [];
  for (const button of [
    'Export as Markdown',
    'Export as CSV',
    'Export as JSON',
    'Export everything about this account',
    'Export places',
  ]) {
    const file = await savedBy(desk, () => options.click(button));
    await options.waitForStatus(new RegExp(file.name.replaceAll('.', '\\.')));
    files.push(file);
  }
  const [markdown, csv, json, everything, places] = files.map(({ text }) => text);
  for (const { name, text } of files)
    for (const token of tokens) expect(holdsPartOf(token, text + name), `a part of a token is in ${name}`).toBe(false);
  // What they would be found by is there, so that the search is known to have something to search.
  const { accounts } = (await stored(desk, 'local')) as {
    accounts: { byKey: Record<string, { mark: { fingerprint: string } }> };
  };
  const { fingerprint } = accounts.byKey[accountKey(desk)]?.mark ?? { fingerprint: 'none' };
  for (const text of [csv, markdown]) expect(text).toContain(`${fingerprint.slice(0, 4)} ${fingerprint.slice(4)}`);
  expect(everything).toContain(fingerprint);

  const { entries } = JSON.parse(json ?? '') as { entries: { event: { kind: string } }[] };
  expect(entries.map(({ event }) => event.kind)).toEqual(expect.arrayContaining(kinds));
  const rows = rowsOf(csv ?? '');
  expect(rows.length, 'a row for each entry, and the header').toBe(entries.length + 1);
  expect(new Set(rows.map(({ length }) => length)).size, 'all rows are as wide').toBe(1);
  const cells = rows.flat();
  for (const cell of cells) expect(cell, 'a cell that a spreadsheet would run').not.toMatch(/^[=+@\t\r-]/);
  expect(cells.filter((cell) => cell.includes('=1+1|Kiosk')).length).toBeGreaterThan(0);
  for (const kind of kinds) expect(cells).toContain(kind);
  expect(markdown).toMatch(/^# Token record/);
  expect(JSON.parse(places ?? '').places.length).toBe(2);
  expect(JSON.parse(everything ?? '')).toMatchObject({ places: [{}, {}], rotations: [{ stage: 'replace' }] });
  expect(desk.log.complaints()).toEqual([]);
});

/** Copies, shows, checks, prepares a rotation with a place left out, and regenerates. */
async function makeHistory(desk: Desk): Promise<void> {
  const popup = await openKnowing(desk);
  await popup.click('Copy token');
  await popup.waitForStatus(/^Copied$/);
  await popup.click('No, thanks');
  await popup.click('Show token');
  await popup.click('Hide token');
  await popup.click('Check token');
  await popup.waitForText(saying('check_accepted', 'just now'));
  await popup.click('Rotation…');
  await popup.click('Start rotation');
  await waitForStage(desk, 'prepare');
  await popup.click('Skip =1+1|Kiosk…');
  await popup.fill('Why is it skipped?', reason.replaceAll('\n', ' '));
  await popup.click('Skip =1+1|Kiosk');
  await waitForItem(desk, '=1+1|Kiosk', 'skipped');
  await popup.click('Back');
  await confirm(popup, 'regenerate');
  await popup.waitForText(/Token regenerated:|^Step 3/m, 60_000);
  await waitForStage(desk, 'replace');
  // The old token is checked by itself a few seconds later: an entry that comes between two exports is in one alone.
  await until('the last entry', async () => {
    return (await recorded(desk)).some(({ event }) => event.kind === 'checked' && event.which === 'old');
  });
  await popup.close();
}

/** The cells of a CSV text by RFC 4180. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter(({ length }) => length > 0);
}
