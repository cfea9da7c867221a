import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, openKnowing } from '../operations/helpers.ts';
import { tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { placesOf, stored } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { saying } from '../support/texts.ts';
import type { View } from '../support/view.ts';
import { fileOf, idOf, importAll, openImporting, preview } from './importing.ts';
import { storedNames, waitForListed } from './listing.ts';

/** Names that are text like any other. */
const strange = [
  '<img src=x onerror=document.title=1>',
  '</bdi><script>document.title = 1</script>',
  '{{token}} $1 %s &amp;',
  '__proto__',
  'constructor',
  '=HYPERLINK("https://evil.example")',
  'ﷺ Ω 名前 שם',
];

let desk: Desk;
let options: View;
beforeAll(async () => {
  ({ desk, options } = await openImporting());
});
afterAll(() => desk.close());

it('refuses each row that hides something, and says why', async () => {
  const token = tokenOf(desk);
  const rows: [unknown, RegExp][] = [
    [{ name: 'Pay\u202Elpa' }, refused(1, 'Name', 'place_error_notPlain')],
    [{ name: 'Kiosk\u0007' }, refused(2, 'Name', 'place_error_notPlain')],
    [{ name: 'Ki\u200Bosk' }, refused(3, 'Name', 'place_error_notPlain')],
    [{ name: 'K', note: 'one\u0000two' }, refused(4, 'Note', 'place_error_notPlain')],
    [{ name: 'long '.repeat(2000) }, refused(5, 'Name', 'place_error_tooLong', 80)],
    [{ name: 'K', link: 'javascript:alert(document.domain)' }, refused(6, 'Link', 'place_error_notHttps')],
    [{ name: 'K', link: 'data:text/html,<script>alert(1)</script>' }, refused(7, 'Link', 'place_error_notHttps')],
    [{ name: 'K', link: 'http://acme.example/' }, refused(8, 'Link', 'place_error_notHttps')],
    [{ name: 'K', link: 'https://www.snapengage.com@evil.example/' }, refused(9, 'Link', 'place_error_hasCredentials')],
    [{ name: 'K', link: 'java\nscript:alert(1)' }, refused(10, 'Link', 'place_error_notPlain')],
    [{ name: `Token ${token}` }, refused(11, 'Name', 'place_error_looksLikeASecret')],
    [{ name: 'K', id: '__proto__' }, refused(12, 'Id', 'placesFile_wrongType')],
    [{ name: { toString: 'K' } }, refused(13, 'Name', 'placesFile_wrongType')],
    [{ name: 'K', format: 'template:../../x' }, refused(14, 'Copy format', 'place_error_unknown')],
    [{ name: 'K', updatedAt: 1e300 }, refused(15, 'Last updated', 'placesFile_wrongType')],
    [null, saying('placesFile_refusedRow', 16, 'This is not a place.')],
  ];
  const text = await preview(options, fileOf([...rows.map(([row]) => row), { id: idOf(1), name: 'Kiosk' }]), 1, 0, 0);
  for (const [, sentence] of rows) expect(text).toMatch(sentence);
  expect(holdsPartOf(token, await options.page.content()), 'the token is on the page').toBe(false);
  await importAll(options, 1, 0);
  expect(await storedNames(desk)).toEqual(['Kiosk']);
});

it('shows what looks like markup or code as the text it is, wherever it stands', async () => {
  const rows = strange.map((name, number) => ({ id: idOf(10 + number), name, note: name, contact: name }));
  // Object literals cannot have such a key of their own.
  const hostile = fileOf(rows).replace('{"id"', '{"__proto__":{"isAdmin":true,"archived":true},"constructor":1,"id"');
  const text = await preview(options, hostile, strange.length, 0, 0);
  expect(text).toMatch(saying('placesFile_ignored', 2, 1));
  for (const name of strange) expect(text).toContain(name);
  await isUnharmed(options);
  await importAll(options, strange.length, 0);
  await waitForListed(options, ['Kiosk', ...strange]);
  expect((await placesOf(desk)).slice(1)).toMatchObject(rows.map((row) => ({ ...row, archived: false })));
  await isUnharmed(options);

  const popup = await openKnowing(desk);
  await ask(popup, 'regenerate');
  const asked = await popup.text();
  for (const name of strange) expect(asked).toContain(name);
  await isUnharmed(popup);
  await popup.click('Cancel');
  await popup.click('Places');
  await waitForListed(popup, ['Kiosk', ...strange]);
  await popup.click(`Edit ${strange[0]}`);
  expect(await popup.text()).toContain(strange[0]);
  await isUnharmed(popup);
  await popup.close();
  const local = JSON.stringify(await stored(desk, 'local'));
  expect(local).not.toContain('isAdmin');
  expect(desk.log.complaints()).toEqual([]);
});

/** Nothing became an element or code, and no object has learned anything. */
async function isUnharmed({ page }: View): Promise<void> {
  const harm = await page.evaluate(() => ({
    elements: document.querySelectorAll('img, script:not([src])').length,
    title: document.title,
    learned: 'isAdmin' in {},
  }));
  expect(harm).toEqual({ elements: 0, title: expect.not.stringMatching(/^1$/), learned: false });
}

type Why = Parameters<typeof saying>[0];

/** The sentence for a row of which one field is refused. */
function refused(row: number, field: string, why: Why, ...more: number[]): RegExp {
  const { source } = saying('placesFile_refusedField', row, field);
  return new RegExp(source.replace(/\.\*$/, '') + saying(why, ...more).source);
}
