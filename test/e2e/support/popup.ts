/** The real toolbar popup, worked as a person would. */
import type { Browser, Page, Target } from 'puppeteer-core';
import type { ConsoleLog } from './console-log.ts';
import { until, within } from './until.ts';
import { findLimitMs, View } from './view.ts';

/** Presses the toolbar button, with the tab in front active, and waits for the popup it opens. */
export async function openPopup(browser: Browser, extensionId: string, log: ConsoleLog): Promise<Popup> {
  const url = `chrome-extension://${extensionId}/popup.html`;
  // A tab may show popup.html, too: only what appears now is the popup.
  const before = new Set(browser.targets());
  const extension = (await browser.extensions()).get(extensionId);
  if (!extension) throw new Error('The extension is not installed.');
  await within('the toolbar button', extension.triggerAction(await activePage(browser, extensionId)));
  const isPopup = (target: Target) => target.url() === url && !before.has(target);
  const target = await until('the popup, which must not be open already', () => browser.targets().find(isPopup));
  const page = await target.asPage();
  log.watch(page);
  await page.waitForSelector('[role=status]', { timeout: findLimitMs });
  return new Popup(browser, page);
}

async function activePage(browser: Browser, extensionId: string): Promise<Page> {
  const pages = (await browser.pages()).filter((page) => !page.url().startsWith(`chrome-extension://${extensionId}/`));
  const states = await Promise.all(
    pages.map((page) => page.evaluate(() => document.visibilityState).catch(() => 'hidden')),
  );
  const active = pages[states.indexOf('visible')] ?? pages[0];
  if (!active) throw new Error('There is no tab for the popup to open on.');
  return active;
}

export class Popup extends View {
  readonly #browser: Browser;

  constructor(browser: Browser, page: Page) {
    super(page, 'the popup');
    this.#browser = browser;
  }

  /** What stands in the element labelled `API token`: the mask, or the token while it is shown. */
  async shownToken(): Promise<string> {
    return this.page.$eval('[aria-label="API token"]', (element) =>
      element instanceof HTMLInputElement ? element.value : (element as HTMLElement).innerText.trim(),
    );
  }

  /** Whether it is still open; it closes by itself when something else gets the focus. */
  isOpen(): boolean {
    return !this.page.isClosed() && this.#browser.targets().includes(this.page.target());
  }

  async close(): Promise<void> {
    // It may be closing by itself.
    if (this.isOpen()) await this.page.close().catch(() => undefined);
    await until('the popup to close', () => !this.isOpen());
  }
}
