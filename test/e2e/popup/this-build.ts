/** Desks on the build under test: the production build, or the one in the folder that EXTENSION_DIR names. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Dashboard } from '../../dashboard/server.ts';
import { launchChromium } from '../support/chromium.ts';
import { ConsoleLog } from '../support/console-log.ts';
import { Desk, type DeskOptions, openDesk, signIn } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { followWorker } from '../support/worker.ts';

export const buildFolder =
  process.env.EXTENSION_DIR ?? fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

/** openDesk on the build under test. */
export function openThisDesk(options: DeskOptions = {}): Promise<Desk> {
  return openDesk({ extension: buildFolder, ...options });
}

/** A desk with no dashboard tab, at a `dashboard` that outlives it, in a browser started with `args`. */
export async function openDeskAt(dashboard: Dashboard, args: string[]): Promise<Desk> {
  await using stack = new AsyncDisposableStack();
  const { browser, extensionId } = await launchChromium({
    dashboardPort: dashboard.port,
    extension: buildFolder,
    args,
  });
  stack.defer(() => browser.close());
  const log = new ConsoleLog();
  log.watchAll(browser);
  const worker = await followWorker(browser, extensionId, log);
  await worker.awake();
  await signIn(browser, dashboard, 'owner');
  return new Desk({ dashboard, browser, extensionId, log, worker, page: null }, stack.move());
}

/** The dashboard's token, which must be there. */
export function tokenOf({ dashboard }: Desk): string {
  const { token } = dashboard.account;
  if (token === null) throw new Error('The account has no token.');
  return token;
}

/** Whether a paste would give the dashboard's token, whole and alone; says nothing else of either. */
export async function clipboardHoldsToken(desk: Desk): Promise<boolean> {
  return (await desk.clipboard()) === tokenOf(desk);
}

/** Whether a paste would give just `text`; says nothing of what it gives instead. */
export async function clipboardHolds(desk: Desk, text: string): Promise<boolean> {
  return (await desk.clipboard()) === text;
}

/** Whether the popup shows the token's mask: 16 bullets, whatever its length, and its last four. */
export async function isMasked(desk: Desk, popup: Popup): Promise<boolean> {
  return (await popup.shownToken()) === maskOf(desk);
}

/** The mask of the dashboard's token. */
export function maskOf(desk: Desk): string {
  return `${'•'.repeat(16)} ${tokenOf(desk).slice(-4)}`;
}

/** The tabs that show the dashboard. */
export async function dashboardTabs(desk: Desk): Promise<Page[]> {
  return (await desk.tabs()).filter((page) => page.url().startsWith(`${desk.dashboard.origin}/`));
}

/** The paths of the pages, not their data, that were asked for after the first `from` requests. */
export function pagesSince({ dashboard }: Desk, from: number): string[] {
  const asked = dashboard.requests.slice(from).filter(({ method }) => method === 'GET');
  return asked.map(({ path }) => path).filter((path) => !/^\/(static|favicon|app\/internal)/.test(path));
}
