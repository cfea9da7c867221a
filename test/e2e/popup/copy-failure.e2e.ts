import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { clipboardHolds, clipboardHoldsToken, isMasked, openThisDesk } from './this-build.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openThisDesk();
});
afterAll(() => desk.close());

/** Opens the popup with a clipboard that refuses what is written through the API. */
async function popupWithoutClipboard() {
  const popup = await desk.openPopup();
  await popup.button('Copy token');
  await desk.copyElsewhere('before');
  await popup.page.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
    Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
  });
  return popup;
}

it('falls back to the copy command', async () => {
  const popup = await popupWithoutClipboard();
  await popup.press('Enter');
  await popup.waitForStatus(/^Copied$/);
  expect(await clipboardHoldsToken(desk), 'the clipboard holds the token').toBe(true);
  expect(await popup.focused()).toBe('Copy token');
  await popup.close();
});

it('never says Copied when nothing was, and leaves the token one key away', async () => {
  const popup = await popupWithoutClipboard();
  await popup.page.evaluate(() => {
    document.execCommand = () => false;
    const said: string[] = [];
    const region = document.querySelector('[role=status]');
    const listen = () => said.push(region?.textContent ?? '');
    if (region) new MutationObserver(listen).observe(region, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { said });
  });
  await popup.press('Enter');
  await popup.waitForAlert(/Press Ctrl\+C: the token is selected/);
  expect(await popup.status()).toBe('');
  expect(await popup.page.evaluate(() => (window as unknown as { said: string[] }).said.join(''))).toBe('');
  const isWhole = await popup.page.$eval('[aria-label="API token"]', (element) => {
    const field = element as HTMLInputElement;
    const isWhole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    return isWhole && document.activeElement === field;
  });
  expect(isWhole).toBe(true);
  expect(await isMasked(desk, popup), 'it is masked').toBe(true);
  expect(await clipboardHolds(desk, 'before'), 'the clipboard is as it was').toBe(true);

  await popup.press('Control+C');
  await until('the token in the clipboard', () => clipboardHoldsToken(desk));
  await popup.close();
});
