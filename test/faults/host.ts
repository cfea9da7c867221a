/** One browser with its own profile, dashboard and extension, that can be killed and started again on that profile. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { type Finding, scanProfile } from '../canary/scan-profile.ts';
import { type Dashboard, type SkinName, startDashboard } from '../dashboard/server.ts';
import { signIn } from '../e2e/support/desk.ts';
import { trueOrFalse, until, within } from '../e2e/support/until.ts';
import { type Backstage, openBackstage } from './backstage.ts';
import { closePopup } from './popup.ts';
import { countsOf } from './scene.ts';
import type { Vendor } from './vendor.ts';

/** A browser that has not started by then on a profile that was left in the middle of things will not. */
const startLimitMs = 60_000;

export class Host {
  readonly dashboard: Dashboard;
  readonly vendor: Vendor;
  readonly profile: string;
  /** How often a running worker was ended so far, and when that was begun for the last time (epoch ms). */
  kills = 0;
  killedAt = 0;
  readonly #extension: string;
  readonly #tokens = new Set<string>();
  #skin: SkinName | null = null;
  #judged: number | null = null;
  /** How many measurements are under way. */
  #measured = 0;
  /** A page of the popup in a tab that stays from trial to trial. */
  #kept: Page | null = null;
  /** All pages of the popup that were opened in tabs, and may be open yet. */
  readonly #inWindows = new Set<Page>();
  #browser: Browser;
  #backstage: Backstage;
  /** Browser and extension are started anew one after the other: what starts while the other ends comes to nothing. */
  #restarts: Promise<void> = Promise.resolve();

  private constructor(dashboard: Dashboard, vendor: Vendor, profile: string, extension: string, started: Started) {
    this.dashboard = dashboard;
    this.vendor = vendor;
    this.profile = profile;
    this.#extension = extension;
    this.#browser = started.browser;
    this.#backstage = started.backstage;
  }

  /** Starts it with the build in the folder `extension`. */
  static async start(vendor: Vendor, extension: string): Promise<Host> {
    const dashboard = await startDashboard();
    const profile = await mkdtemp(join(tmpdir(), 'token-desk-faults-'));
    return new Host(dashboard, vendor, profile, extension, await startOn(dashboard, vendor, profile, extension));
  }

  get browser(): Browser {
    return this.#browser;
  }

  get backstage(): Backstage {
    return this.#backstage;
  }

  /**
   * Gives the dashboard the markup of `skin`; false where it has it already. Skins name the account differently, which no
   * dashboard does by itself: with a token the page says its number as well, and it is known as the same one.
   */
  wear(skin: SkinName): boolean {
    if (this.#skin === skin) return false;
    if (this.dashboard.account.token === null) this.noteToken(this.dashboard.changeElsewhere());
    this.dashboard.useSkin(skin);
    this.#skin = skin;
    return true;
  }

  /** False where none was running. */
  async killWorker(): Promise<boolean> {
    const begun = Date.now();
    const wasRunning = await this.vendor.killWorker(this.#browser, this.#backstage);
    if (wasRunning) {
      this.kills += 1;
      this.killedAt = begun;
    }
    return wasRunning;
  }

  /**
   * Does `work` with this browser before all others on the machine, so that it is not their load that is measured. Linux
   * does that for root, by sessions (man 7 sched, autogroup), and Puppeteer gives each browser its own; elsewhere
   * the browsers stay equal.
   */
  async beforeOthers<T>(work: () => Promise<T>): Promise<T> {
    const group = `/proc/${this.#browser.process()?.pid}/autogroup`;
    const place = (nice: string) => writeFile(group, nice).catch(() => undefined);
    this.#measured += 1;
    await place('-20');
    try {
      return await work();
    } finally {
      this.#measured -= 1;
      if (this.#measured === 0) await place('0');
    }
  }

  /** How many operations the server has had since the end of the last trial: none may come by then. */
  operationsSince(): number {
    return this.#judged === null ? 0 : countsOf(this).received - this.#judged;
  }

  /** From here to its end a trial accounts for what the server has. Gives `operationsSince` until now. */
  beginTrial(): number {
    const late = this.operationsSince();
    this.#judged = null;
    return late;
  }

  /** What the server has had by now has been judged. */
  endTrial(): void {
    this.#judged = countsOf(this).received;
  }

  /** Reloads the extension, as an update does: its pages go, its scripts in open pages are orphaned. */
  reloadExtension(): Promise<void> {
    return this.#inTurn(async () => {
      // By hand where they are alone in their window: Chromium leaves its start page there.
      await this.closePopups();
      await this.vendor.reloadExtension(this.#browser);
      this.#backstage = await this.#openBackstage();
    });
  }

  /** Ends the browser by SIGKILL and starts it again on the same profile, signed in as before. */
  killBrowser(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#kill();
      await this.#browser.disconnect().catch(() => undefined);
      await until('the profile to be put in order', () => isInOrder(this.profile)).catch(() => undefined);
      const start = startOn(this.dashboard, this.vendor, this.profile, this.#extension);
      const started = await within('the browser to start again', start, startLimitMs);
      this.#browser = started.browser;
      this.#backstage = started.backstage;
    });
  }

  async signIn(): Promise<void> {
    await signIn(this.#browser, this.dashboard, 'owner');
  }

  /** The popup: the toolbar's where it can be reached from outside, else in a tab. */
  async openPopup(): Promise<Page> {
    const page = await this.vendor.openPopup(this.#browser, this.#backstage);
    await drawn(page);
    return page;
  }

  /** The page of the popup that stays; `anew`: loaded again, which is as good as opened and much cheaper. */
  async keptPopup(anew: boolean): Promise<Page> {
    const kept = this.#kept;
    if (kept && !kept.isClosed()) {
      const ready = anew || (await hasDialog(kept).catch(() => true)) ? drawAnew(kept) : drawn(kept);
      if (await within('the kept popup', ready).then(...trueOrFalse)) return kept;
    }
    this.#kept = await this.openAnotherPopup();
    return this.#kept;
  }

  /** One more page of the popup, for somebody who has another window. */
  async openAnotherPopup(): Promise<Page> {
    const page = await this.vendor.openPopupTab(this.#browser);
    this.#inWindows.add(page);
    page.once('close', () => this.#inWindows.delete(page));
    await drawn(page);
    return page;
  }

  /** Closes every page of the popup in a tab. */
  async closePopups(): Promise<void> {
    await Promise.all([...this.#inWindows].map(closePopup));
  }

  /** Whether `popup` is the one that stays. */
  isKept(popup: Page): boolean {
    return popup === this.#kept;
  }

  /**
   * Ends the browser and the dashboard, and the profile goes. Gives what the profile, the addresses of requests and the logs
   * held of any token there has been, and where else than at SnapEngage's the extension asked for something: nothing may.
   */
  async close(): Promise<Finding[]> {
    await within('the browser to close', this.#browser.close()).catch(() => this.#kill());
    await this.dashboard.close();
    for (const { token } of this.dashboard.shown) this.noteToken(token);
    const ours = this.vendor.url('');
    const findings = await scanProfile(this.profile, [...this.#tokens], ours);
    findings.push(...(await this.vendor.recording.close([...this.#tokens], ours)));
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
    return findings;
  }

  /** Remembers `token`, else the account's of this moment, so that none can be left behind unnoticed. */
  noteToken(token = this.dashboard.account.token): void {
    if (token !== null) this.#tokens.add(token);
  }

  async #kill(): Promise<void> {
    const gone = this.#browser.process();
    gone?.kill('SIGKILL');
    await until('the browser to be gone', () => gone?.exitCode !== null || gone.signalCode !== null);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#restarts.then(work);
    this.#restarts = done.catch(() => undefined);
    return done;
  }

  #openBackstage(): Promise<Backstage> {
    return backstageOf(this.#browser, this.vendor);
  }
}

/** Puppeteer keeps copies of Firefox's preferences while it runs, and moves them back once it has ended. */
async function isInOrder(profile: string): Promise<boolean> {
  return !(await readdir(profile)).some((file) => file.endsWith('.puppeteer'));
}

interface Started {
  browser: Browser;
  backstage: Backstage;
}

async function startOn(dashboard: Dashboard, vendor: Vendor, profile: string, extension: string): Promise<Started> {
  const browser = await vendor.launch(dashboard.port, profile, extension);
  const backstage = await backstageOf(browser, vendor);
  await signIn(browser, dashboard, 'owner');
  return { browser, backstage };
}

function backstageOf(browser: Browser, vendor: Vendor): Promise<Backstage> {
  return openBackstage(
    () => browser.newPage({ background: true }),
    vendor.url(vendor.backstageFile),
    vendor.gotoLimitMs,
  );
}

/** Waits until the popup in `page` says something, or would. */
async function drawn(page: Page): Promise<void> {
  await until('its first words', () => page.evaluate(() => document.querySelector('[role=status]') !== null));
}

/** Loads the popup in `page` again; not by `reload`, which never hears of the load in Firefox. */
async function drawAnew(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.replaceChildren();
    location.reload();
  });
  await drawn(page);
}

/** Whether a former trial has left its dialog open. */
async function hasDialog(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('dialog[open]') !== null);
}
