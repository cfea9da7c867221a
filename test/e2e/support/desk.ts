/** Opens everything a test needs: dashboard, browser, extension, signed-in tab. See Desk for what it offers. */
import type { Browser, Page } from 'puppeteer-core';
import { type Dashboard, type Faults, type SkinName, startDashboard } from '../../dashboard/server.ts';
import { launchChromium } from './chromium.ts';
import { readClipboard } from './clipboard.ts';
import { ConsoleLog } from './console-log.ts';
import { PageButton } from './page-button.ts';
import { openPopup, type Popup } from './popup.ts';
import { followWorker, type StorageAreaName, type Worker } from './worker.ts';

export interface DeskOptions {
  skin?: SkinName;
  /** The account's token; null: it has none. Default: a random one. */
  token?: string | null;
  /** Whose session the browser has. Default: the owner's. */
  signedIn?: 'owner' | 'other' | false;
  /** The path the tab in front shows; null: no dashboard tab at all. Default: the token page. */
  at?: string | null;
  faults?: Partial<Faults>;
  /** The extension's folder. Default: the production build. */
  extension?: string;
  /** Default: true. */
  headless?: boolean;
}

/** Starts dashboard and browser; nothing is left of either when the desk is closed, or when this throws. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const { skin, token, extension, headless } = options;
  await using stack = new AsyncDisposableStack();
  const dashboard = await startDashboard({ ...(skin && { skin }), ...(token !== undefined && { token }) });
  stack.defer(() => dashboard.close());
  Object.assign(dashboard.faults, options.faults);
  const { browser, extensionId } = await launchChromium({
    dashboardPort: dashboard.port,
    ...(extension && { extension }),
    ...(headless !== undefined && { headless }),
  });
  stack.defer(() => browser.close());
  const log = new ConsoleLog();
  log.watchAll(browser);
  const worker = await followWorker(browser, extensionId, log);
  // A page that loads before the worker has started for the first time gets no content script.
  await worker.awake();
  const role = options.signedIn ?? 'owner';
  if (role) await signIn(browser, dashboard, role);
  const page = options.at === null ? null : await frontPage(browser, dashboard, options.at ?? dashboard.tokenPath);
  return new Desk({ dashboard, browser, extensionId, log, worker, page }, stack.move());
}

/** Gives the browser a session of the dashboard. */
export async function signIn(browser: Browser, dashboard: Dashboard, role: 'owner' | 'other'): Promise<void> {
  const cookie = { name: 'SESSION', value: dashboard.createSession(role), domain: 'www.snapengage.com', path: '/' };
  await browser.setCookie({ ...cookie, secure: true, httpOnly: true, sameSite: 'Lax' });
}

async function frontPage(browser: Browser, { origin }: Dashboard, path: string): Promise<Page> {
  const page = (await browser.pages()).find((one) => one.url() === 'about:blank') ?? (await browser.newPage());
  await page.goto(new URL(path, origin).href);
  return page;
}

interface Parts {
  dashboard: Dashboard;
  browser: Browser;
  extensionId: string;
  log: ConsoleLog;
  worker: Worker;
  page: Page | null;
}

export class Desk {
  readonly dashboard: Dashboard;
  readonly browser: Browser;
  readonly extensionId: string;
  /** Everything said on consoles. */
  readonly log: ConsoleLog;
  readonly worker: Worker;
  /** The dashboard tab, or null where none was asked for. */
  readonly page: Page | null;
  readonly #stack: AsyncDisposableStack;

  constructor(parts: Parts, stack: AsyncDisposableStack) {
    this.dashboard = parts.dashboard;
    this.browser = parts.browser;
    this.extensionId = parts.extensionId;
    this.log = parts.log;
    this.worker = parts.worker;
    this.page = parts.page;
    this.#stack = stack;
  }

  /** The dashboard tab, where there must be one. */
  get tab(): Page {
    if (!this.page) throw new Error('This desk was opened without a dashboard tab.');
    return this.page;
  }

  /** Opens the real popup by its toolbar button. */
  async openPopup(): Promise<Popup> {
    return openPopup(this.browser, this.extensionId, this.log);
  }

  /** The Copy button in `page`; default: the dashboard tab. */
  pageButton(page: Page = this.tab): PageButton {
    return new PageButton(page);
  }

  /** Stops the service worker in whatever it does. */
  async killWorker(): Promise<void> {
    await this.worker.kill();
  }

  /** Everything in one storage area. */
  async storage(area: StorageAreaName): Promise<Record<string, unknown>> {
    return this.worker.storage(area);
  }

  /** What a paste would give. */
  async clipboard(): Promise<string> {
    return readClipboard(this.browser);
  }

  /** Signs the browser in; the old session goes. */
  async signIn(role: 'owner' | 'other'): Promise<void> {
    await signIn(this.browser, this.dashboard, role);
  }

  /** All tabs a person would see, in the order they were opened. */
  async tabs(): Promise<Page[]> {
    return (await this.browser.pages()).filter((page) => page !== this.worker.backstage);
  }

  async close(): Promise<void> {
    await this.#stack.disposeAsync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
