import { expect, it } from 'vitest';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';
import { clipboardHolds, clipboardHoldsToken, openThisDesk, tokenOf } from './this-build.ts';

/** Chooses the format with the keyboard, as it is called. */
async function choose(popup: Popup, name: string): Promise<void> {
  await (await popup.named('Formats', 'listbox')).focus();
  await popup.page.keyboard.type(name);
  await popup.button(`Copy as ${name}`);
}

it('copies in the chosen format, unseen, and remembers the choice', async () => {
  await using desk = await openThisDesk();
  const token = tokenOf(desk);
  const popup = await desk.openPopup();
  await popup.click('Copy as');
  await choose(popup, 'Authorization header');
  await popup.press('Enter');
  await popup.waitForStatus(/^Copied as: Authorization header/);
  expect(await clipboardHolds(desk, `Authorization: ${token}`)).toBe(true);
  await popup.page.select('select[size]', 'env');
  await popup.click('Copy as Lines of a .env file');
  await popup.waitForStatus(/^Copied as: Lines/);
  const { orgId } = desk.dashboard.account;
  const lines = [`SNAPENGAGE_API_TOKEN=${token}`, `SNAPENGAGE_ORG_ID=${orgId}`, 'SNAPENGAGE_WIDGET_ID='];
  expect(await clipboardHolds(desk, lines.join('\n'))).toBe(true);
  expect((await popup.page.content()).includes(token), 'the token is in the page').toBe(false);
  await popup.close();

  const again = await desk.openPopup();
  await again.click('Copy as');
  await again.click('Copy as Lines of a .env file');
  await again.waitForStatus(/^Copied as: Lines/);
});

it('gives a command without the token, and the token after it', async () => {
  await using desk = await openThisDesk();
  const popup = await desk.openPopup();
  await popup.click('Copy as');
  await choose(popup, 'GitHub Actions');
  await popup.click('Copy as GitHub Actions');
  await popup.waitForStatus(/^Command copied$/);
  expect(await clipboardHolds(desk, `wl-paste -n | gh secret set 'SNAPENGAGE_API_TOKEN'`)).toBe(true);
  await popup.click('Copy token');
  await popup.waitForStatus(/^Copied$/);
  expect(await clipboardHoldsToken(desk)).toBe(true);
});

it('selects the preview where the browser refuses, and Ctrl+C copies the text itself', async () => {
  await using desk = await openThisDesk();
  const popup = await desk.openPopup();
  await popup.click('Copy as');
  await choose(popup, 'x-api-key header');
  await popup.page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('Refused'));
    document.execCommand = () => false;
  });
  await popup.press('Enter');
  await popup.waitForAlert(/^Not copied\. Press Ctrl\+C: the text is selected\.$/);
  await popup.press('Control+C');
  await until('the text in the clipboard', () => clipboardHolds(desk, `x-api-key: ${tokenOf(desk)}`));
});
