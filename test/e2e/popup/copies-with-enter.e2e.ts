import { expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { clipboardHoldsToken, openThisDesk } from './this-build.ts';

it('opens with Copy focused, and Enter copies the token', async () => {
  await using desk = await openThisDesk();
  const popup = await desk.openPopup();
  await until('the focus on Copy', async () => (await popup.focused()) === 'Copy token');
  expect(await clipboardHoldsToken(desk), 'the clipboard holds the token before').toBe(false);

  await popup.press('Enter');
  await popup.waitForStatus(/^Copied$/);
  expect(await clipboardHoldsToken(desk), 'the clipboard holds the token').toBe(true);
  expect(await popup.alert()).toBe('');
});

it('says Copied only once the write has happened', async () => {
  await using desk = await openThisDesk();
  const popup = await desk.openPopup();
  await popup.button('Copy token');
  await popup.page.evaluate(() => {
    const { clipboard } = navigator;
    const write = clipboard.writeText.bind(clipboard);
    const held = new Promise((resolve) => Object.assign(window, { letGo: resolve }));
    clipboard.writeText = (text) => held.then(() => write(text));
  });
  await popup.press('Enter');
  await popup.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await popup.status()).toBe('');

  await popup.page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  await popup.waitForStatus(/^Copied$/);
  expect(await clipboardHoldsToken(desk), 'the clipboard holds the token').toBe(true);
});
