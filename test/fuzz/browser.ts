/** A plain headless Chromium, without the extension. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../run/browsers.ts';

/** Starts it; `dashboardPort`: where www.snapengage.com lives, if anywhere. */
export async function launchPlainChromium(dashboardPort?: number): Promise<Browser> {
  const rules = [
    dashboardPort && `MAP *.snapengage.com:443 127.0.0.1:${dashboardPort}`,
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ];
  return puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    pipe: true,
    headless: true,
    acceptInsecureCerts: true,
    args: [
      `--host-resolver-rules=${rules.filter(Boolean).join(', ')}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
