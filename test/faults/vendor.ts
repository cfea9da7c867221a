/** What differs between the browsers: starting one on a profile, ending the worker, opening the popup. */
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { Recording } from '../canary/recording.ts';
import { chromiumArgs } from '../e2e/support/chromium.ts';
import { until, within } from '../e2e/support/until.ts';
import { type BrowserName, findBrowser } from '../run/browsers.ts';
import type { Backstage } from './backstage.ts';
import { inFirefoxItself } from './chrome-scope.ts';

/** How long a press of the toolbar button may take to open the popup, in ms. */
const pressLimitMs = 1500;

export interface Vendor {
  readonly name: BrowserName;
  /** The build's folder below .output. */
  readonly build: string;
  /** A file of the extension that does nothing when it is opened. */
  readonly backstageFile: string;
  /** How long `goto` may try on an address of the extension. */
  readonly gotoLimitMs: number;
  /** The address of a file of the extension; known once it was launched. */
  url(file: string): string;
  /** What the browser knows the extension by, and others can send messages to; known once it was launched. */
  readonly id: string;
  /** What it records of all the browsers that it launches. */
  readonly recording: Recording;
  /** The address of a file of the other extension, which the browser knows as `id`. */
  strangerUrl(id: string, file: string): string;
  launch(dashboardPort: number, profile: string, extension: string): Promise<Browser>;
  /** False where no worker was running. */
  killWorker(browser: Browser, backstage: Backstage): Promise<boolean>;
  reloadExtension(browser: Browser): Promise<void>;
  /** Opens the popup anew: the toolbar's where it can be reached from outside, else in a tab. */
  openPopup(browser: Browser, backstage: Backstage): Promise<Page>;
  /** Opens a page of the popup in a tab. */
  openPopupTab(browser: Browser): Promise<Page>;
}

export function vendorNamed(name: BrowserName): Vendor {
  return name === 'chromium' ? new Chromium() : new Firefox();
}

/** Many browsers share the machine here: no process is started, and nothing drawn, that the trial does not need. */
const thrifty = [
  '--in-process-gpu',
  '--renderer-process-limit=1',
  '--disable-features=SpareRendererForSitePerProcess',
  '--force-prefers-reduced-motion',
  '--animation-duration-scale=0',
  '--window-size=480,360',
];

class Chromium implements Vendor {
  readonly name = 'chromium';
  readonly build = 'chrome-mv3';
  readonly backstageFile = 'manifest.json';
  readonly gotoLimitMs = 5000;
  readonly recording = new Recording();
  #id = '';
  #folder = '';

  get id(): string {
    return this.#id;
  }

  url(file: string): string {
    return this.strangerUrl(this.#id, file);
  }

  strangerUrl(id: string, file: string): string {
    return `chrome-extension://${id}/${file}`;
  }

  async launch(dashboardPort: number, profile: string, extension: string): Promise<Browser> {
    const browser = await puppeteer.launch({
      executablePath: await findBrowser('chromium'),
      headless: true,
      pipe: true,
      enableExtensions: true,
      acceptInsecureCerts: true,
      defaultViewport: null,
      handleSIGINT: false,
      userDataDir: profile,
      args: [...chromiumArgs(dashboardPort), ...thrifty, ...this.recording.chromiumArgs()],
    });
    this.#folder = extension;
    this.#id = await browser.installExtension(extension);
    return browser;
  }

  async killWorker(browser: Browser, { page }: Backstage): Promise<boolean> {
    const wasRunning = browser.targets().some((each) => each.type() === 'service_worker');
    await within('the worker to be stopped', this.#stopWorkers(page));
    return wasRunning;
  }

  async #stopWorkers(page: Page): Promise<void> {
    const session = await page.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach().catch(() => undefined);
  }

  async reloadExtension(browser: Browser): Promise<void> {
    await browser.installExtension(this.#folder);
  }

  async openPopup(browser: Browser, backstage: Backstage): Promise<Page> {
    const url = this.url('popup.html');
    const popups = () => browser.targets().filter((target) => target.url() === url);
    // One at a time: a press while the former is still there opens none.
    for (const former of popups()) await within('the former popup', close(former)).catch(() => undefined);
    const before = new Set(popups());
    const target = await until('the toolbar’s popup', async () => {
      await backstage.pressToolbarButton(pressLimitMs);
      return until('its target', () => popups().find((each) => !before.has(each)), pressLimitMs);
    });
    return within('the popup’s page', target.asPage());
  }

  async openPopupTab(browser: Browser): Promise<Page> {
    // In a window of its own: people see their popups, and hidden tabs have their timers held back.
    const page = await browser.newPage({ type: 'window', background: true });
    await page.goto(this.url('popup.html'), { timeout: this.gotoLimitMs });
    return page;
  }
}

async function close(target: Target): Promise<void> {
  await (await target.asPage()).close();
}

const geckoId = 'token-desk@snapengage.tokendesk';
/** Another extension's, for tests in which there is one. */
export const strangerId = 'another@extension.example';

class Firefox implements Vendor {
  readonly name = 'firefox';
  readonly id = geckoId;
  readonly build = 'firefox-mv3';
  readonly backstageFile = 'icon-16.png';
  // `goto` never hears of a load there.
  readonly gotoLimitMs = 300;
  readonly recording = new Recording();
  readonly #uuid = crypto.randomUUID();
  readonly #strangerUuid = crypto.randomUUID();
  #folder = '';

  url(file: string): string {
    return `moz-extension://${this.#uuid}/${file}`;
  }

  strangerUrl(_id: string, file: string): string {
    return `moz-extension://${this.#strangerUuid}/${file}`;
  }

  async launch(dashboardPort: number, profile: string, extension: string): Promise<Browser> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: await findBrowser('firefox'),
      headless: true,
      acceptInsecureCerts: true,
      handleSIGINT: false,
      userDataDir: profile,
      args: ['-remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({
          [geckoId]: this.#uuid,
          [strangerId]: this.#strangerUuid,
        }),
        // An add-on that was not installed for good keeps what it stored, as an installed one does.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        'network.dns.forceResolve': '127.0.0.1',
        'network.socket.forcePort': `443=${dashboardPort}`,
        'browser.sessionstore.resume_from_crash': false,
        'toolkit.startup.max_resumed_crashes': -1,
        'intl.locale.requested': 'en-US',
        'ui.prefersReducedMotion': 1,
      },
    });
    await this.recording.followFirefox(browser);
    this.#folder = extension;
    await browser.installExtension(extension);
    return browser;
  }

  async killWorker(browser: Browser): Promise<boolean> {
    const options = '{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }';
    const extension = `WebExtensionPolicy.getByID('${geckoId}').extension`;
    const end = `(async () => {
      const wasRunning = ${extension}.backgroundState === 'running';
      await ${extension}.terminateBackground(${options});
      return wasRunning;
    })()`;
    return (await within('the event page to be ended', inFirefoxItself(browser, end))) === true;
  }

  async reloadExtension(browser: Browser): Promise<void> {
    await browser.installExtension(this.#folder);
  }

  async openPopup(browser: Browser): Promise<Page> {
    return this.openPopupTab(browser);
  }

  async openPopupTab(browser: Browser): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(this.url('popup.html'), { timeout: this.gotoLimitMs }).catch(() => undefined);
    return page;
  }
}
