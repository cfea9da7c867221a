/** A browser to try things in by hand: the embedded dashboard, the extension, and a tab signed in on the token page. */
import type { Browser } from 'puppeteer-core';
import { type Dashboard, startDashboard } from '../dashboard/server.ts';
import { type ChromiumOptions, launchChromium } from '../e2e/support/chromium.ts';
import { signIn } from '../e2e/support/desk.ts';
import { until } from '../e2e/support/until.ts';

/** Opens it all; `use` may say what to do, and everything is closed after the browser is, or after Ctrl+C. */
export async function demonstrate(options: Omit<ChromiumOptions, 'dashboardPort'>, use: () => void): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const stopped = stopSignal();
  const dashboard = await startDashboard();
  stack.defer(() => dashboard.close());
  const { browser, extensionId } = await launchChromium({ ...options, dashboardPort: dashboard.port });
  stack.defer(() => browser.close());
  await showTokenPage(browser, extensionId, dashboard);
  use();
  await Promise.race([stopped, new Promise((resolve) => browser.once('disconnected', resolve))]);
}

/** Whether a window could be seen: not on a build server, and not on a Linux without a display. */
export function hasDisplay(): boolean {
  if (process.argv.includes('--headless') || process.env.CI === 'true') return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function showTokenPage(browser: Browser, extensionId: string, dashboard: Dashboard): Promise<void> {
  // A page that loads before the worker has started for the first time gets no content script.
  await until('the extension to start', () => browser.targets().some((target) => target.url().includes(extensionId)));
  await signIn(browser, dashboard, 'owner');
  const [page = await browser.newPage()] = await browser.pages();
  await page.goto(dashboard.origin + dashboard.tokenPath);
}

/** Resolves on the first signal to end; later ones change nothing, so that what was started is closed in any case. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
