/** The options page in a tab of its own, worked as a person would. */
import type { Browser } from 'puppeteer-core';
import type { ConsoleLog } from './console-log.ts';
import { findLimitMs, View } from './view.ts';

/** Opens the options page in a new tab in front, at the section `anchor` where one is named. */
export async function openOptions(
  browser: Browser,
  extensionId: string,
  log: ConsoleLog,
  anchor?: string,
): Promise<View> {
  const page = await browser.newPage();
  log.watch(page);
  await page.goto(`chrome-extension://${extensionId}/options.html${anchor ? `#${anchor}` : ''}`);
  await page.waitForSelector('[role=status]', { timeout: findLimitMs });
  return new View(page, 'the options page');
}
