/** A plain headless Chromium, without the extension. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumArgs } from '../e2e/support/chromium.ts';
import { findBrowser } from '../run/browsers.ts';

/** Starts it; `dashboardPort`: where www.snapengage.com lives on 127.0.0.1. */
export async function launchPlainChromium(dashboardPort: number): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    pipe: true,
    headless: true,
    // A batch of pages takes as long as the machine lets it.
    protocolTimeout: 1_800_000,
    acceptInsecureCerts: true,
    args: chromiumArgs(dashboardPort),
  });
}
