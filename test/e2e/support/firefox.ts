/** The same desk in Firefox: its popup opens as a tab, because the toolbar's panel is out of reach from outside. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Dashboard, type SkinName, startDashboard } from '../../dashboard/server.ts';
import { findBrowser } from '../../run/browsers.ts';
import { signIn } from './desk.ts';
import { Popup } from './popup.ts';
import { View } from './view.ts';

const build = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const geckoId = 'token-desk@snapengage.tokendesk';
/** `goto` never hears of a load on moz-extension pages; this long it may try. */
const gotoLimitMs = 1000;

export interface FirefoxOptions {
  skin?: SkinName;
  /** The account's token; null: it has none. Default: a random one. */
  token?: string | null;
  /** Whether the browser grants at once what the extension asks for in a click, and asks nobody. Default: false. */
  grantsUnasked?: boolean;
}

export interface FirefoxDesk extends AsyncDisposable {
  dashboard: Dashboard;
  browser: Browser;
  /** The dashboard tab, signed in as the owner on the token page. */
  page: Page;
  openPopup(): Promise<Popup>;
  openOptions(): Promise<View>;
}

/** Starts dashboard and Firefox with the production build; both end when the desk is disposed of. */
export async function openFirefox(options: FirefoxOptions = {}): Promise<FirefoxDesk> {
  await using stack = new AsyncDisposableStack();
  const dashboard = await startDashboard(options);
  stack.defer(() => dashboard.close());
  const uuid = randomUUID();
  const browser = await launchFirefox(dashboard.port, uuid, options.grantsUnasked ?? false);
  stack.defer(() => browser.close());
  await browser.installExtension(build);
  await signIn(browser, dashboard, 'owner');
  const page = await browser.newPage();
  await page.goto(dashboard.origin + dashboard.tokenPath);
  const kept = stack.move();
  const openPopup = async () => new Popup(browser, await openTab(browser, uuid, 'popup.html'));
  const openOptions = async () => new View(await openTab(browser, uuid, 'options.html'), 'the options page');
  return { dashboard, browser, page, openPopup, openOptions, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

async function launchFirefox(port: number, uuid: string, grantsUnasked: boolean): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: await findBrowser('firefox'),
    headless: true,
    acceptInsecureCerts: true,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${port}`,
      'intl.locale.requested': 'en-US',
      'extensions.webextOptionalPermissionPrompts': !grantsUnasked,
    },
  });
}

async function openTab(browser: Browser, uuid: string, file: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`moz-extension://${uuid}/${file}`, { timeout: gotoLimitMs }).catch(() => undefined);
  await page.waitForFunction(() => document.querySelector('[role=status]') !== null, { timeout: 10_000 });
  return page;
}
