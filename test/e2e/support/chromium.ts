/** Starts Chromium with the built extension, and with the embedded dashboard in the place of the vendor's. */
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type CookieData } from 'puppeteer-core';
import { findBrowser, sandboxArgs } from '../../run/browsers.ts';

export interface ChromiumOptions {
  /** Where the dashboard listens on 127.0.0.1; everything else is unreachable. */
  dashboardPort: number;
  /** The extension's folder; default: the production build. */
  extension?: string;
  /** Default: true. */
  headless?: boolean;
  /** The folder of a profile that outlives the browser. Default: a fresh one, which goes when it is closed. */
  profile?: string;
  /** What the browser has when the extension starts. */
  cookies?: CookieData[];
  args?: string[];
}

/** The production build that `npm run build` makes. */
const productionBuild = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

/** Launches a browser and loads the extension into it; on the same profile, and from the same folder, it is the same. */
export async function launchChromium(options: ChromiumOptions): Promise<{ browser: Browser; extensionId: string }> {
  const extension = options.extension ?? productionBuild;
  await access(extension).catch(() => {
    throw new Error(`There is no build in ${extension}: run "npm run build" first.`);
  });
  const browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    headless: options.headless ?? true,
    pipe: true,
    // Branded Chrome takes extensions only over the pipe, not by --load-extension.
    enableExtensions: true,
    acceptInsecureCerts: true,
    // A default viewport would be forced on the popup, too.
    defaultViewport: null,
    // A terminal's Ctrl+C reaches the browser anyhow; whoever launched it decides what else has to end.
    handleSIGINT: false,
    ...(options.profile && { userDataDir: options.profile }),
    args: [...chromiumArgs(options.dashboardPort), ...(options.args ?? [])],
  });
  try {
    await browser.setCookie(...(options.cookies ?? []));
    return { browser, extensionId: await browser.installExtension(extension) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** What every Chromium of ours is started with: quiet, and with nothing in reach but the dashboard. */
export function chromiumArgs(dashboardPort: number): string[] {
  const dashboard = `MAP *.snapengage.com:443 127.0.0.1:${dashboardPort}`;
  return [
    ...sandboxArgs(),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--lang=en-US',
    `--host-resolver-rules=${dashboard}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
  ];
}
