import { expect, it } from 'vitest';
import { buildFolder, openThisDesk, tokenOf } from '../popup/this-build.ts';
import { readClipboard } from '../support/clipboard.ts';
import { until } from '../support/until.ts';
import { clearClipboard, copyByButton, lookedAt } from './copying.ts';

it('is one, and works, after the extension was updated under the open page', async () => {
  await using desk = await openThisDesk();
  const button = desk.pageButton();
  await copyByButton(desk);
  await clearClipboard(desk);
  const marked = () => desk.tab.evaluate(() => document.querySelector('token-desk-copy')?.hasAttribute('data-old'));
  await desk.tab.evaluate(() => document.querySelector('token-desk-copy')?.setAttribute('data-old', ''));
  expect(await marked()).toBe(true);

  // The same extension loaded again: its pages close, its worker ends, and the script in the page is cut off.
  expect(await desk.browser.installExtension(buildFolder)).toBe(desk.extensionId);
  await until('a new button in the place of the old one', async () => (await marked()) === false);
  expect(await button.count()).toBe(1);
  await copyByButton(desk);
  expect((await readClipboard(desk.browser)) === tokenOf(desk), 'the clipboard holds the token').toBe(true);
  expect(await button.count()).toBe(1);
  expect(desk.log.complaints()).toEqual([]);
});

it('goes by itself when the extension is gone, and does nothing until then', async () => {
  await using desk = await openThisDesk();
  const button = desk.pageButton();
  await copyByButton(desk);
  await until('its own label again', async () => (await button.name()) === 'Copy token');
  await clearClipboard(desk);
  // What has happened on the page so far has been looked at by then, by the page's own clock, which a busy machine holds
  // up; the next look would find the extension gone.
  await desk.tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  await lookedAt(desk);
  await desk.browser.uninstallExtension(desk.extensionId);
  await until('the extension to be gone', () => desk.worker.backstage.isClosed());
  // It says so for 2 s, and refuses a click as not meant after the page was held up: then it is clicked once more.
  await until('the button to say what to do', async () => {
    await button.click();
    return (await button.name()) === 'Refresh the page';
  });
  expect((await readClipboard(desk.browser)) === 'before', 'the clipboard is as it was').toBe(true);

  await desk.tab.evaluate(() => document.body.append('a change of the page'));
  await button.waitForCount(0);
  expect(desk.log.complaints()).toEqual([]);
});
