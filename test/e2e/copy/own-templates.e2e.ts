import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAgain, openKnowing, openOperations } from '../operations/helpers.ts';
import { tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { stored, storePlaces, storeWidget } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { saying } from '../support/texts.ts';
import { copiesAs } from './copying-as.ts';

const text = 'export TOKEN={{token|sh}}\norg={{orgId}} widget={{ widgetId }} of={{account|json}} at={{account|url}}';

let desk: Desk;
beforeAll(async () => {
  desk = await openOperations();
  await storeWidget(desk);
  await (await openKnowing(desk)).close();
});
afterAll(() => desk.close());

it('refuses what cannot be a template, at its field', async () => {
  const options = await desk.openOptions('copy');
  await options.click('Add template');
  await options.click('Save template');
  await options.waitForText(saying('options_template_error_missing'));
  await options.fill('Name', 'Ours');
  await options.fill('Text', 'T={{tokken}}');
  await options.waitForText(saying('options_template_error_unknown', 'tokken'));
  await options.fill('Text', `T=${tokenOf(desk)}`);
  await options.waitForText(saying('options_template_error_secret'));
  await options.click('Save template');
  expect(await options.status()).toBe('');
  expect(await stored(desk, 'local')).not.toHaveProperty('templates');
  await options.fill('Text', 'no token at all');
  await options.waitForText(saying('options_template_noToken'));
  await options.click('Cancel');
  await options.page.close();
});

it('copies by a template of one’s own, filled in and quoted, also after a restart', async () => {
  const options = await desk.openOptions('copy');
  await options.click('Add template');
  await options.fill('Name', 'Our shell');
  await options.fill('Text', text);
  await options.waitForText(saying('options_preview'));
  const shown = await options.text();
  expect(shown).toContain(`export TOKEN='${'•'.repeat(16)} ${tokenOf(desk).slice(-4)}'`);
  expect(shown.includes(tokenOf(desk)), 'the token is on the page').toBe(false);
  await options.click('Save template');
  await options.waitForStatus(saying('options_template_saved', 'Our shell'));
  expect(await stored(desk, 'local')).toMatchObject({ templates: [{ name: 'Our shell', text }] });

  await desk.restart();
  const popup = await openAgain(desk);
  await popup.click('Copy as');
  // The token is in memory no more, and is read first.
  await copiesAs(desk, popup, 'Our shell', expected());
  await popup.close();
});

it('falls back to the plain token, and says so, once the template is gone', async () => {
  const [template] = (await stored(desk, 'local')).templates as [{ id: string }];
  await storePlaces(desk, [{ name: 'Kiosk', format: `template:${template.id}` }]);
  const options = await desk.openOptions('copy');
  await options.click('Delete Our shell');
  await options.waitForText(saying('options_template_uses', 1));
  await options.click('Delete template');
  await options.waitForStatus(saying('options_template_deleted', 'Our shell'));
  await options.page.close();
  const popup = await openAgain(desk);
  // It was the choice that is remembered.
  await popup.click('Copy as');
  await popup.button('Copy as Plain token');
  await copiesAs(desk, popup, 'Plain token', tokenOf(desk));
  const local = JSON.stringify(await stored(desk, 'local'));
  expect(holdsPartOf(tokenOf(desk), local), 'a part of the token is stored').toBe(false);
  expect(desk.log.complaints()).toEqual([]);
});

function expected(): string {
  const { orgId, widgetId, owner } = desk.dashboard.account;
  const at = encodeURIComponent(owner.email);
  return `export TOKEN='${tokenOf(desk)}'\norg=${orgId} widget=${widgetId} of="${owner.email}" at=${at}`;
}
