/** Another extension in the same browser, with the same host permission: it may do whatever its neighbour may. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { strangerId } from '../../faults/vendor.ts';
import { until } from '../support/until.ts';

const manifest = {
  manifest_version: 3,
  name: 'Another extension',
  version: '1',
  permissions: ['storage', 'scripting', 'tabs'],
  host_permissions: ['https://www.snapengage.com/*'],
  browser_specific_settings: { gecko: { id: strangerId } },
};

/** Installs it, and gives the id that the browser knows it by. */
export async function installOtherExtension(browser: Browser): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'other-extension-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Another extension</title>');
  return browser.installExtension(folder);
}

/** Opens its page at `url`. */
export async function openPageOf(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ background: true });
  await until('the other extension’s page', async () => {
    // Firefox never tells of such a load.
    await page.goto(url, { timeout: 1000 }).catch(() => undefined);
    return page.evaluate(() => document.title === 'Another extension');
  });
  return page;
}
