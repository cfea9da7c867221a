import { expect, it } from 'vitest';
import { buildFolder, openThisDesk, tokenOf } from '../popup/this-build.ts';
import { readClipboard } from '../support/clipboard.ts';
import { openPopup } from '../support/popup.ts';
import { copyByButton } from './copying.ts';

it('comes to a page that was open before the extension was there', async () => {
  await using desk = await openThisDesk({ at: '/' });
  await desk.browser.uninstallExtension(desk.extensionId);
  await desk.tab.goto(desk.dashboard.origin + desk.dashboard.tokenPath, { waitUntil: 'networkidle0' });
  expect(await desk.pageButton().count()).toBe(0);
  const before = desk.dashboard.requests.length;

  const id = await desk.browser.installExtension(buildFolder);
  await desk.pageButton().waitForCount(1);
  await copyByButton(desk);
  expect((await readClipboard(desk.browser)) === tokenOf(desk), 'the clipboard holds the token').toBe(true);

  const popup = await openPopup(desk.browser, id, desk.log);
  await popup.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`));
  expect(desk.dashboard.requests.length, 'the dashboard was asked').toBe(before);
});
