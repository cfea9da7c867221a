import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';
import { openThisDesk } from './this-build.ts';

/** What gets the focus as `keys` is pressed again and again, until it comes round to where it was. */
async function round(popup: Popup, keys: string): Promise<string[]> {
  const names = [await popup.focused()];
  for (let presses = 0; presses < 20; presses += 1) {
    await popup.press(keys);
    const isNowhere = await popup.page.evaluate(() => document.activeElement === document.body);
    const name = await popup.focused();
    if (name === names[0]) return names;
    if (!isNowhere) names.push(name);
  }
  throw new Error(`The focus does not come round: ${names.join(', ')}`);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const run = 'axe.run(document, { resultTypes: ["violations"] })';
  const { violations } = (await page.evaluate(run)) as axe.AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(' ')}`);
}

it('leads through every control in reading order, there and back', async () => {
  await using desk = await openThisDesk();
  const popup = await desk.openPopup();
  await until('the focus on Copy', async () => (await popup.focused()) === 'Copy token');
  const order = [
    ...['Copy token', 'Copy as', 'Places', 'Check token', 'Compare', 'Rotation…', 'Regenerate…', 'Delete…'],
    ...['Open dashboard', 'Settings', 'API token', 'Show token'],
  ];
  expect(await round(popup, 'Tab')).toEqual(order);
  expect(await round(popup, 'Shift+Tab')).toEqual([order[0], ...order.slice(1).reverse()]);
  expect(await violations(popup.page)).toEqual([]);
});

it('keeps the focus in a dialog, and gives it back', async () => {
  await using desk = await openThisDesk();
  const popup = await desk.openPopup();
  await (await popup.button('Regenerate…')).focus();
  await popup.press('Enter');
  await until('the focus on Cancel', async () => (await popup.focused()) === 'Cancel');
  expect(await round(popup, 'Tab')).toEqual(['Cancel', 'Regenerate token']);
  expect(await violations(popup.page)).toEqual([]);
  await popup.press('Escape');
  await until('the focus back', async () => (await popup.focused()) === 'Regenerate…');

  await (await popup.button('Delete…')).focus();
  await popup.press('Enter');
  await until('the focus on Cancel', async () => (await popup.focused()) === 'Cancel');
  expect(await round(popup, 'Tab')).toEqual(['Cancel', 'Delete token', '']);
  expect(await violations(popup.page)).toEqual([]);
  await popup.press('Enter');
  await until('the focus back', async () => (await popup.focused()) === 'Delete…');
  expect(await popup.page.$('[role=alertdialog]')).toBeNull();
  expect(desk.dashboard.counts.received).toEqual({ generate: 0, regenerate: 0, delete: 0 });
});

it('offers the next step first where there is no token', async () => {
  await using desk = await openThisDesk({ token: null });
  const popup = await desk.openPopup();
  await until('the focus on Generate', async () => (await popup.focused()) === 'Generate token');
  expect(await round(popup, 'Tab')).toEqual(['Generate token', 'Places', 'Open dashboard', 'Settings']);
  expect(await violations(popup.page)).toEqual([]);
});

it.each([
  ['Copy as', 'Copy as Plain token'],
  ['Compare', 'Token to compare'],
  ['Places', ''],
  ['Rotation…', ''],
])('goes to the page behind %s and back, and opens on the token after closing', async (name, first) => {
  await using desk = await openThisDesk();
  const popup = await desk.openPopup();
  await (await popup.button(name)).focus();
  await popup.press('Enter');
  await popup.button('Back');
  if (first !== '') await until(`the focus on ${first}`, async () => (await focusedLabel(popup)) === first);
  expect(await violations(popup.page)).toEqual([]);
  await popup.close();

  const again = await desk.openPopup();
  await until('the focus on Copy', async () => (await again.focused()) === 'Copy token');
  await (await again.button(name)).focus();
  await again.press('Enter');
  await again.button('Back');
  // What hears the key comes after the next frame; until then Esc is the browser's.
  await again.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await again.press('Escape');
  await again.button('Copy token');
  expect(again.isOpen(), 'Esc has not closed it').toBe(true);
  await again.close();
  const last = await desk.openPopup();
  await until('the focus on Copy', async () => (await last.focused()) === 'Copy token');
  await (await last.button(name)).focus();
  await last.press('Enter');
  await (await last.button('Back')).focus();
  await last.press('Enter');
  await until(`the focus back on ${name}`, async () => (await last.focused()) === name);
});

/** What the focused element is called, by its label if it has one of its own. */
async function focusedLabel(popup: Popup): Promise<string> {
  return popup.page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    return label ?? element?.getAttribute('aria-label') ?? '';
  });
}
