/** The real toolbar popup, worked as a person would: by accessible names, mouse and keyboard. */
import type { Browser, ElementHandle, Page, Target } from 'puppeteer-core';
import type { ConsoleLog } from './console-log.ts';
import { until, within } from './until.ts';

const findLimitMs = 10_000;

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

export class Popup {
  /** For what the helpers do not offer. */
  readonly page: Page;
  readonly #browser: Browser;

  constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
  }

  /** The button of that accessible name; waits for it. */
  async button(name: string): Promise<ElementHandle<Element>> {
    return this.named(name, 'button');
  }

  /** The element of that accessible name and role; waits for it. */
  async named(name: string, role: string): Promise<ElementHandle<Element>> {
    const found = await this.page.waitForSelector(selectorOf(name, role), { timeout: findLimitMs }).catch(async () => {
      throw new Error(`No ${role} "${name}" in the popup, which says:\n${await this.text()}`);
    });
    if (!found) throw new Error(`No ${role} "${name}" in the popup.`);
    return found;
  }

  /** Whether a button of that accessible name is there now. */
  async hasButton(name: string): Promise<boolean> {
    return (await this.page.$(selectorOf(name, 'button'))) !== null;
  }

  /** Clicks the button with the mouse; `count: 2` is a double click. */
  async click(name: string, options: { count?: number } = {}): Promise<void> {
    await this.button(name);
    // A locator waits until the button keeps its place: a dialog that has just opened may still be on its way.
    const button = this.page.locator(selectorOf(name, 'button')).setTimeout(findLimitMs);
    await button.click({ count: options.count ?? 1 });
  }

  /** Presses one key or a combination such as `Control+C`. */
  async press(keys: string): Promise<void> {
    const names = keys.split('+') as Parameters<Page['keyboard']['press']>[0][];
    const last = names.pop();
    for (const name of names) await this.page.keyboard.down(name);
    if (last) await this.page.keyboard.press(last, last.toLowerCase() === 'c' ? { commands: ['Copy'] } : {});
    for (const name of names.reverse()) await this.page.keyboard.up(name);
  }

  /** All visible text, and after it what stands in the fields. */
  async text(): Promise<string> {
    return this.page.evaluate(() => {
      const fields = [...document.querySelectorAll('input')].filter((field) => field.checkVisibility());
      return [document.body.innerText, ...fields.map((field) => field.value)].join('\n');
    });
  }

  /** What the status region says. */
  async status(): Promise<string> {
    return this.#region('status');
  }

  /** What the alert region says. */
  async alert(): Promise<string> {
    return this.#region('alert');
  }

  /** What stands in the element labelled `API token`: the mask, or the token while it is shown. */
  async shownToken(): Promise<string> {
    return this.page.$eval('[aria-label="API token"]', (element) =>
      element instanceof HTMLInputElement ? element.value : (element as HTMLElement).innerText.trim(),
    );
  }

  /** Types into the text field of the open alert dialog. */
  async typeInDialog(text: string): Promise<void> {
    const field = await this.page.waitForSelector('[role=alertdialog] input', { timeout: findLimitMs });
    await field?.type(text);
  }

  /** The accessible name of the focused element, or its text. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
  }

  /** Waits until the visible text matches; returns all of it. */
  async waitForText(pattern: RegExp, limitMs = findLimitMs): Promise<string> {
    let text = '';
    const look = async () => {
      text = await this.text();
      return pattern.test(text);
    };
    await until(`${pattern} in the popup`, look, limitMs).catch((error) => {
      throw new Error(`${error.message}\nThe popup says:\n${text}`);
    });
    return text;
  }

  /** Waits until the status region matches. */
  async waitForStatus(pattern: RegExp, limitMs = findLimitMs): Promise<string> {
    return until(`${pattern} as status`, async () => matching(await this.status(), pattern), limitMs);
  }

  /** Waits until the alert region matches. */
  async waitForAlert(pattern: RegExp, limitMs = findLimitMs): Promise<string> {
    return until(`${pattern} as alert`, async () => matching(await this.alert(), pattern), limitMs);
  }

  /** Whether it is still open; it closes by itself when something else gets the focus. */
  isOpen(): boolean {
    return !this.page.isClosed() && this.#browser.targets().includes(this.page.target());
  }

  async close(): Promise<void> {
    if (this.isOpen()) await this.page.close();
    await until('the popup to close', () => !this.isOpen());
  }

  async #region(role: string): Promise<string> {
    return this.page.$$eval(`[role=${role}]`, (regions) =>
      regions
        .map((region) => (region as HTMLElement).innerText.trim())
        .filter(Boolean)
        .join('\n'),
    );
  }
}

function selectorOf(name: string, role: string): string {
  return `::-p-aria([name="${name}"][role="${role}"])`;
}

function matching(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) throw new Error(`"${text}" does not match ${pattern}`);
  return text;
}
