/** What popup, pages and service worker said on their consoles, with what went wrong in them. */
import type { Browser, Page, Target } from 'puppeteer-core';

export interface LogEntry {
  /** The page's address without query and hash, or `worker`. */
  where: string;
  /** A console method's name, or `exception`. */
  type: string;
  text: string;
}

export class ConsoleLog {
  readonly entries: LogEntry[] = [];
  readonly #watched = new WeakSet<Page>();

  /** Watches every page of `browser`, now and later. A popup is watched from when it is opened through openPopup. */
  watchAll(browser: Browser): void {
    const watch = (target: Target) => {
      if (target.type() !== 'page') return;
      // A tab that is gone before it could be watched has nothing left to say.
      target.page().then(
        (page) => page && this.watch(page),
        () => undefined,
      );
    };
    browser.on('targetcreated', watch);
    for (const target of browser.targets()) watch(target);
  }

  /** Watches one page; twice does no harm. */
  watch(page: Page): void {
    if (this.#watched.has(page)) return;
    this.#watched.add(page);
    page.on('console', (message) => this.add(whereIs(page), message.type(), message.text()));
    page.on('pageerror', (error) => this.add(whereIs(page), 'exception', String(error)));
  }

  add(where: string, type: string, text: string): void {
    this.entries.push({ where, type, text });
  }

  /** Everything said, as one text, to search for what must never be in it. */
  text(): string {
    return this.entries.map((entry) => `[${entry.where}] ${entry.type}: ${entry.text}`).join('\n');
  }

  /** What extension pages, worker and content scripts complained about; the pages' own network errors left out. */
  complaints(): LogEntry[] {
    const serious = ['error', 'warn', 'assert', 'exception'];
    return this.entries.filter(
      ({ type, text }) => serious.includes(type) && !text.startsWith('Failed to load resource'),
    );
  }
}

function whereIs(page: Page): string {
  return page.url().replace(/[?#].*/, '');
}
