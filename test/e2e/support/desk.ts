/** Opens everything a test needs: dashboard, browser, extension, signed-in tab. See Desk for what it offers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CookieData, Page } from 'puppeteer-core';
import { type Dashboard, type Faults, type SkinName, startDashboard } from '../../dashboard/server.ts';
import { launchChromium } from './chromium.ts';
import { readClipboard, writeClipboard } from './clipboard.ts';
import { ConsoleLog } from './console-log.ts';
import { openOptions } from './options.ts';
import { PageButton } from './page-button.ts';
import { openPopup, type Popup } from './popup.ts';
import { until } from './until.ts';
import type { View } from './view.ts';
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
  const { skin, token, signedIn = 'owner' } = options;
  await using stack = new AsyncDisposableStack();
  const dashboard = await startDashboard({ ...(skin && { skin }), ...(token !== undefined && { token }) });
  stack.defer(() => dashboard.close());
  Object.assign(dashboard.faults, options.faults);
  const profile = await mkdtemp(join(tmpdir(), 'token-desk-'));
  stack.defer(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const log = new ConsoleLog();
  const start = (session: CookieData | null) => startBrowser({ dashboard, profile, log, session }, options);
  let running = await start(signedIn ? sessionOf(dashboard, signedIn) : null);
  stack.defer(() => running.browser.close());
  const restart = async () => {
    const session = await sessionIn(running.browser);
    await killBrowser(running.browser);
    running = await start(session);
    return running;
  };
  return new Desk({ dashboard, log, profile, restart, ...running }, stack.move());
}

interface Start {
  dashboard: Dashboard;
  profile: string;
  log: ConsoleLog;
  /** The cookie the browser is to have; null: none. */
  session: CookieData | null;
}

/** What there is of a browser that runs. */
interface Running {
  browser: Browser;
  extensionId: string;
  worker: Worker;
  page: Page | null;
}

async function startBrowser({ dashboard, profile, log, session }: Start, options: DeskOptions): Promise<Running> {
  const { extension, headless, at = dashboard.tokenPath } = options;
  const { browser, extensionId } = await launchChromium({
    dashboardPort: dashboard.port,
    profile,
    // A browser that comes back signed in is so from the start.
    cookies: session ? [session] : [],
    ...(extension && { extension }),
    ...(headless !== undefined && { headless }),
  });
  try {
    log.watchAll(browser);
    const worker = await followWorker(browser, extensionId, log);
    // A page that loads before the worker has started for the first time gets no content script.
    await worker.awake();
    const page = at === null ? null : await frontPage(browser, dashboard, at);
    return { browser, extensionId, worker, page };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Ends the browser as a power cut would: nothing in it gets to know of it. */
async function killBrowser(browser: Browser): Promise<void> {
  const gone = browser.process();
  gone?.kill('SIGKILL');
  await until('the browser to be gone', () => gone?.exitCode !== null || gone.signalCode !== null);
  await browser.disconnect().catch(() => undefined);
}

/** The session that the browser has with the dashboard: a cookie that is lost with the browser. */
async function sessionIn(browser: Browser): Promise<CookieData | null> {
  const cookies = await browser.cookies();
  const session = cookies.find(({ name }) => name === 'SESSION');
  return session ? cookieOf(session.value) : null;
}

function sessionOf(dashboard: Dashboard, role: 'owner' | 'other'): CookieData {
  return cookieOf(dashboard.createSession(role));
}

function cookieOf(value: string): CookieData {
  const where = { domain: 'www.snapengage.com', path: '/' };
  return { name: 'SESSION', value, ...where, secure: true, httpOnly: true, sameSite: 'Lax' };
}

/** Gives the browser a session of the dashboard. */
export async function signIn(browser: Browser, dashboard: Dashboard, role: 'owner' | 'other'): Promise<void> {
  await browser.setCookie(sessionOf(dashboard, role));
}

async function frontPage(browser: Browser, { origin }: Dashboard, path: string): Promise<Page> {
  const page = (await browser.pages()).find((one) => one.url() === 'about:blank') ?? (await browser.newPage());
  await page.goto(new URL(path, origin).href);
  return page;
}

interface Parts extends Running {
  dashboard: Dashboard;
  log: ConsoleLog;
  /** Where what the browser keeps is, and how to start another one on it; without, it cannot be restarted. */
  profile?: string;
  restart?: () => Promise<Running>;
}

export class Desk {
  readonly dashboard: Dashboard;
  /** Everything said on consoles, before a restart as well as after it. */
  readonly log: ConsoleLog;
  readonly #parts: Parts;
  readonly #stack: AsyncDisposableStack;
  #running: Running;

  constructor(parts: Parts, stack: AsyncDisposableStack) {
    this.dashboard = parts.dashboard;
    this.log = parts.log;
    this.#parts = parts;
    this.#running = parts;
    this.#stack = stack;
  }

  /** The browser, until it is restarted. */
  get browser(): Browser {
    return this.#running.browser;
  }

  get extensionId(): string {
    return this.#running.extensionId;
  }

  get worker(): Worker {
    return this.#running.worker;
  }

  /** The dashboard tab, or null where none was asked for. */
  get page(): Page | null {
    return this.#running.page;
  }

  /** The folder of what the browser keeps on disk. */
  get profile(): string {
    const { profile } = this.#parts;
    if (!profile) throw new Error('This desk was opened without a profile of its own.');
    return profile;
  }

  /**
   * Ends the whole browser by SIGKILL and starts it again on the same profile: what the extension has stored on disk is
   * there, its memory is not. The dashboard goes on meanwhile; the browser gets back its session, and a tab in front at
   * the path of the first.
   */
  async restart(): Promise<void> {
    if (!this.#parts.restart) throw new Error('This desk cannot be restarted.');
    const { extensionId } = this;
    this.#running = await this.#parts.restart();
    if (this.extensionId !== extensionId) throw new Error('The extension is another one after the restart.');
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

  /** Opens the options page in a new tab in front, at the section `anchor` where one is named. */
  async openOptions(anchor?: string): Promise<View> {
    return openOptions(this.browser, this.extensionId, this.log, anchor);
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

  /** Copies `text` as another program would. */
  async copyElsewhere(text: string): Promise<void> {
    await writeClipboard(this.browser, text);
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
