/** Where attacks take place: a real browser with the built extension, on the stand-in dashboard, fresh for each. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { noFaults } from '../../dashboard/faults.ts';
import type { Dashboard, SkinName } from '../../dashboard/server.ts';
import { holdsPartOf } from '../../e2e/privacy/secrets.ts';
import { until } from '../../e2e/support/until.ts';
import type { Host } from '../../faults/host.ts';
import { countsOf } from '../../faults/scene.ts';
import type { BrowserName } from '../../run/browsers.ts';
import { pasted, put } from './clipboard.ts';

/** What the page's button looks at before it takes a click for meant, and a bit (ms). */
const seenMs = 800;
/** What a click brings about has come about by then (ms). */
const settleMs = 250;

/** What leaves 800 x 600 CSS pixels for the page, as in Firefox. */
const windowSize = { width: 1000, height: 850 };

/** Where on the screen something is, in CSS pixels of the viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Opening {
  /** Default: forms. */
  skin?: SkinName;
  /** What runs in the page's own world, in this order, before any script of the page and of ours. */
  preload?: (() => void) | (() => void)[];
}

export class Stage {
  readonly host: Host;
  /** The token at the time the attack began; it must go nowhere but into a comparison. */
  readonly token: string;
  #tab: Page | null = null;

  private constructor(host: Host, token: string) {
    this.host = host;
    this.token = token;
  }

  /** Puts everything back as it was, and gives a stage on `host`. */
  static async on(host: Host): Promise<Stage> {
    const { dashboard, backstage } = host;
    Object.assign(dashboard.faults, noFaults());
    const { dashboard: tabs, blank } = await backstage.tabs();
    await backstage.closeTabs([...tabs, ...blank.slice(1)]);
    dashboard.account.token ??= dashboard.changeElsewhere();
    host.noteToken();
    // The worker may just be writing what it learns from the closing of the tabs, and write the former wish anew.
    await until('the former attack’s wish to be gone for good', async () => {
      await backstage.page.evaluate(async () => {
        await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
      });
      await sleep(settleMs);
      return (await backstage.stored()).ledger.length === 0;
    });
    await host.signIn();
    return new Stage(host, dashboard.account.token);
  }

  get name(): BrowserName {
    return this.host.vendor.name;
  }

  get dashboard(): Dashboard {
    return this.host.dashboard;
  }

  /** The tab that was opened last. */
  get tab(): Page {
    if (!this.#tab) throw new Error('No tab was opened.');
    return this.#tab;
  }

  /** Opens `path` of the dashboard in a tab in front. */
  async open(path: string, { skin = 'forms', preload }: Opening = {}): Promise<Page> {
    this.host.wear(skin);
    const tab = await this.host.browser.newPage();
    this.#tab = tab;
    await tab.bringToFront();
    if (this.name === 'chromium') await enlarge(tab);
    for (const script of [preload ?? []].flat()) await tab.evaluateOnNewDocument(script);
    await tab.goto(this.dashboard.origin + path, { waitUntil: 'load' });
    return tab;
  }

  /** Opens the token page in a tab in front, and waits until our button is in it. */
  async openTokenPage(opening: Opening = {}): Promise<Page> {
    this.host.wear(opening.skin ?? 'forms');
    const tab = await this.open(this.dashboard.tokenPath, opening);
    await until('the page’s button', () => tab.$('token-desk-copy'));
    return tab;
  }

  /** Where our button is now; null: nowhere. */
  async button(): Promise<Box | null> {
    return placeOf(this.tab);
  }

  /** Clicks like a person, with the mouse, where our button is now; does nothing where it is not. */
  async clickButton(): Promise<void> {
    const box = await this.button();
    if (box) await this.clickAt(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Clicks like a person at a point of the viewport, and lets happen what comes of it. */
  async clickAt(x: number, y: number): Promise<void> {
    await this.tab.mouse.click(x, y);
    await this.settle();
  }

  /** Waits as long as the button wants to have been seen. */
  async beSeen(): Promise<void> {
    await sleep(seenMs);
  }

  /** Waits until what was just done has had its effect. */
  async settle(): Promise<void> {
    await sleep(settleMs);
  }

  /** Clicks the button as nobody is against it: throws where that copies nothing, as then no refusal means anything. */
  async clickHonestly(): Promise<void> {
    await until('an honest click to copy', async () => {
      await this.clickButton();
      return this.clipboardHoldsToken();
    });
    await this.emptyClipboard();
  }

  /** Puts something else than a token into the clipboard. */
  async emptyClipboard(): Promise<void> {
    await this.tab.bringToFront();
    await put(this.name, this.host.browser, 'before');
  }

  async clipboardHoldsToken(): Promise<boolean> {
    return (await pasted(this.name, this.host.browser)) === this.token;
  }

  /** All operations that the server was asked for up to now. */
  received(): number {
    return countsOf(this.host).received;
  }

  /** Runs `script` as the extension's own content script would, which an attacker has taken over. */
  async inContentScript<A extends unknown[], T>(script: (...args: A) => Promise<T>, ...args: A): Promise<T> {
    return this.host.backstage.runInDashboard('ISOLATED', 'top', script, args);
  }

  /** Whether `text` holds a part of the token. */
  holdsPart(text: string): boolean {
    return holdsPartOf(this.token, text);
  }
}

/** Makes the window of `tab` as large as attacks take it to be: a host's window is as small as can be. */
async function enlarge(tab: Page): Promise<void> {
  const session = await tab.createCDPSession();
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: windowSize });
  await session.detach();
  await until('the window to be large', () => tab.evaluate(() => innerWidth >= 800 && innerHeight >= 600));
}

/** Where our button, or what stands for it, is in `tab`; null: nowhere. */
export async function placeOf(tab: Page): Promise<Box | null> {
  const found = await tab.$('token-desk-copy');
  await found?.scrollIntoView().catch(() => undefined);
  return (await found?.boundingBox().catch(() => null)) ?? null;
}

declare const browser: typeof import('webextension-polyfill');
