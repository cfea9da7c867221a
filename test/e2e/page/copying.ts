/** What the tests of the page's button share: copying by it, and knowing that the content script has looked. */
import type { Page } from 'puppeteer-core';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';

/** Clicks the page's button until it says Copied: it takes clicks only once it has been seen for a moment. */
export async function copyByButton(desk: Desk, page: Page = desk.tab): Promise<void> {
  const button = desk.pageButton(page);
  await page.bringToFront();
  await until('the button to say Copied', async () => {
    await button.click();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    return (await button.name()) === 'Copied';
  });
}

/** Puts something else into the clipboard, with the dashboard tab in front. */
export async function clearClipboard(desk: Desk): Promise<void> {
  await desk.tab.bringToFront();
  await desk.copyElsewhere('before');
}

/** Waits until the content script of the tab in front has looked at what it shows now; says what it takes it for. */
export async function lookedAt(desk: Desk): Promise<string> {
  const kind = `chrome.tabs.query({ active: true, lastFocusedWindow: true })
    .then(([tab]) => chrome.tabs.sendMessage(tab.id, { type: 'look' }, { frameId: 0 }))
    .then(({ page }) => page.kind)`;
  const seen = await until('the content script to answer', async () => String(await desk.worker.evaluate(kind)));
  // It acts on a change at the latest 100 ms after it.
  await desk.tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  return seen;
}
