import { afterAll, beforeAll, expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import { clipboardHoldsToken, openThisDesk } from '../popup/this-build.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { clearClipboard, copyByButton, lookedAt } from './copying.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openThisDesk({ at: '/' });
});
afterAll(() => desk.close());

it.each(skinNames)('stands once beside the token, and copies it (%s)', async (skin) => {
  const { dashboard, tab } = desk;
  dashboard.useSkin(skin);
  dashboard.changeElsewhere();
  await tab.goto(dashboard.origin + dashboard.tokenPath);
  const button = desk.pageButton();
  await button.waitForCount(1);
  expect(await lookedAt(desk)).toBe('token');
  expect(await button.count()).toBe(1);
  expect(await button.name()).toBe('Copy token');

  await clearClipboard(desk);
  await copyByButton(desk);
  expect(await clipboardHoldsToken(desk), 'the clipboard holds the token').toBe(true);
});

it.each(skinNames)('looks like one small button on the line of the token (%s)', async (skin) => {
  const { dashboard, tab } = desk;
  dashboard.useSkin(skin);
  await tab.setViewport({ width: 1280, height: 800 });
  await tab.goto(dashboard.origin + dashboard.tokenPath);
  await desk.pageButton().waitForCount(1);
  const host = await (await tab.$('token-desk-copy'))?.boundingBox();
  const value = await (await tab.$('input#api-token, #root code, #tok tt, #token-value'))?.boundingBox();
  if (!host || !value) throw new Error('One of them has no place.');
  expect(host.height, 'one line of text').toBeLessThan(40);
  expect(host.width, 'one label').toBeLessThan(170);
  const [middle, line] = [host, value].map(({ y, height }) => y + height / 2);
  expect(Math.abs((middle ?? 0) - (line ?? 0)), 'from line to line').toBeLessThan(8);

  await copyByButton(desk);
  const after = await (await tab.$('token-desk-copy'))?.boundingBox();
  expect(after, 'its place once it has another label').toEqual(host);
});

it('works by keyboard', async () => {
  desk.dashboard.useSkin('forms');
  await desk.tab.goto(desk.dashboard.origin + desk.dashboard.tokenPath);
  await desk.pageButton().waitForCount(1);
  await clearClipboard(desk);
  await desk.tab.focus('#api-token');
  await desk.tab.keyboard.press('Tab');
  const isOurs = await desk.tab.evaluate(() => document.activeElement?.localName === 'token-desk-copy');
  expect(isOurs, 'the button comes after the field').toBe(true);
  await until('the token in the clipboard', async () => {
    await desk.tab.keyboard.press('Enter');
    return clipboardHoldsToken(desk);
  });
  await until('its own label again', async () => (await desk.pageButton().name()) === 'Copy token');
});
