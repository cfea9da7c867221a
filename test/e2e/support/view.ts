/** A page of the extension, worked as a person would: by accessible names, mouse and keyboard. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** What does not come by then does not come. */
export const findLimitMs = 10_000;

export class View {
  /** For what the helpers do not offer. */
  readonly page: Page;
  /** What it is called where something is missing. */
  readonly #name: string;

  constructor(page: Page, name: string) {
    this.page = page;
    this.#name = name;
  }

  /** The button of that accessible name; waits for it. */
  async button(name: string): Promise<ElementHandle<Element>> {
    return this.named(name, 'button');
  }

  /** The element of that accessible name and role; waits for it. */
  async named(name: string, role: string): Promise<ElementHandle<Element>> {
    const found = await this.page.waitForSelector(selectorOf(name, role), { timeout: findLimitMs }).catch(async () => {
      throw new Error(`No ${role} "${name}" in ${this.#name}, which says:\n${await this.text()}`);
    });
    if (!found) throw new Error(`No ${role} "${name}" in ${this.#name}.`);
    return found;
  }

  /** Whether a button of that accessible name is there now. */
  async hasButton(name: string): Promise<boolean> {
    return this.has(name, 'button');
  }

  /** Whether something of that accessible name and role is there now. */
  async has(name: string, role: string): Promise<boolean> {
    return (await this.page.$(selectorOf(name, role))) !== null;
  }

  /** Clicks the button with the mouse; `count: 2` is a double click. */
  async click(name: string, options: { count?: number } = {}): Promise<void> {
    await this.clickOn(name, 'button', options);
  }

  /** Clicks the element of that accessible name and role with the mouse. */
  async clickOn(name: string, role: string, options: { count?: number } = {}): Promise<void> {
    await (await this.named(name, role)).evaluate(bringInSight);
    // A locator waits until the button keeps its place: a dialog that has just opened may still be on its way.
    const target = this.page.locator(selectorOf(name, role)).setTimeout(findLimitMs);
    await target.click({ count: options.count ?? 1 });
  }

  /** Puts `text` into the text field of that accessible name, by keys, in the place of what stood there. */
  async fill(name: string, text: string): Promise<void> {
    const field = await this.named(name, 'textbox');
    await field.focus();
    await field.evaluate((element) => {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select();
    });
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.type(text);
  }

  /** What stands in the text field of that accessible name. */
  async value(name: string): Promise<string> {
    return (await this.named(name, 'textbox')).evaluate((field) => (field as HTMLInputElement).value);
  }

  /** Chooses the option that reads `option` in the select field of that accessible name. */
  async choose(name: string, option: string): Promise<void> {
    const field = await this.named(name, 'combobox');
    const value = await field.evaluate((element, wanted) => {
      const options = element instanceof HTMLSelectElement ? [...element.options] : [];
      return options.find(({ text }) => text.trim() === wanted)?.value;
    }, option);
    if (value === undefined) throw new Error(`No "${option}" in "${name}".`);
    await field.select(value);
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
      const all = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
      const fields = all.filter((field) => field.checkVisibility());
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
    await until(`${pattern} in ${this.#name}`, look, limitMs).catch((error) => {
      throw new Error(`${error.message}\nIt says:\n${text}`);
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

  async #region(role: string): Promise<string> {
    return this.page.$$eval(`[role=${role}]`, (regions) =>
      regions
        .map((region) => (region as HTMLElement).innerText.trim())
        .filter(Boolean)
        .join('\n'),
    );
  }
}

/** In the page: what lies under a bar that stays in sight is scrolled from under it, as a person would. */
function bringInSight(element: Element): void {
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  if (!top || !element.contains(top)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
}

function selectorOf(name: string, role: string): string {
  return `::-p-aria([name="${name}"][role="${role}"])`;
}

function matching(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) throw new Error(`"${text}" does not match ${pattern}`);
  return text;
}
