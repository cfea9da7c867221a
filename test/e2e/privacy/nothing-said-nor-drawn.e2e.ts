/**
 * A rare token is read, shown, copied and replaced; five characters of it in a row stand in no console of any process, no
 * address, no title, no attribute of ours, and in the dashboard's page only where the dashboard itself shows it.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { Parts, rareToken } from '../../canary/parts.ts';
import { Host } from '../../faults/host.ts';
import { vendorNamed } from '../../faults/vendor.ts';
import { builds } from '../fire/builds.ts';
import { until } from '../support/until.ts';
import { View } from '../support/view.ts';

it.each(['chromium', 'firefox'] as const)('holds in %s no part of a token in logs and pages', async (name) => {
  const vendor = vendorNamed(name);
  const host = await Host.start(vendor, `${builds}/${vendor.build}`);
  const tokens = [rareToken()];
  const look = async (page: Page) => {
    const parts = new Parts(tokens);
    const markup = await page.evaluate(
      () => `${document.documentElement.outerHTML} ${location.href} ${document.title}`,
    );
    expect(parts.inWriting(markup), page.url()).toBe(false);
  };
  host.dashboard.account.token = tokens[0] ?? null;
  host.noteToken();
  await host.backstage.open(host.dashboard.origin + host.dashboard.tokenPath, null);

  const page = await host.openPopup();
  const popup = new View(page, 'the popup');
  await popup.click('Show token');
  const isShown = () => page.evaluate((token) => document.querySelector('input')?.value === token, tokens.at(-1));
  await until('the token to be shown', isShown);
  await look(page);
  await popup.click('Copy token');
  await popup.waitForText(/Copied|could not/i);
  await look(page);
  await lookAtDashboard(host, new Parts(tokens));
  await popup.click('Regenerate…');
  await popup.click('Regenerate token');
  await until('a new token', () => host.dashboard.account.token !== tokens[0], 20_000);
  // What somebody else makes of it at once, so that it is rare, too.
  tokens.push(rareToken());
  host.dashboard.account.token = tokens.at(-1) ?? null;
  host.noteToken();
  await host.backstage.request({ type: 'read' });
  await until('the new token', async () => (await host.backstage.stored()).secret === tokens.at(-1), 30_000);
  await look(page);
  const options = await host.browser.newPage();
  await options.goto(vendor.url('options.html'), { timeout: vendor.gotoLimitMs }).catch(() => undefined);
  await until('the settings', () => options.evaluate(() => document.querySelector('#compare-text') !== null));
  await look(options);

  // The recording holds what the background says as well: see canary.e2e.ts for the proof.
  await host.backstage.page.evaluate(() => console.log('said at last'));
  await until('the last line', async () =>
    (await host.vendor.recording.read()).lines.some(({ text }) => text.includes('said at last')),
  );
  expect(await host.close()).toEqual([]);
});

/** All of the page but the dashboard's own field: attributes, text, and the closed shadow root of our button. */
async function lookAtDashboard(host: Host, parts: Parts): Promise<void> {
  const read = async () =>
    host.backstage.runInDashboard(
      'ISOLATED',
      'top',
      async () => {
        const button = document.querySelector<HTMLElement & InFirefox>('token-desk-copy');
        const { chrome } = globalThis as never as InChromium;
        // Each browser has its own way in for scripts of extensions.
        const root = button?.openOrClosedShadowRoot ?? (button && chrome.dom?.openOrClosedShadowRoot(button));
        const copy = document.documentElement.cloneNode(true) as HTMLElement;
        const own = copy.querySelector('#api-token');
        const shown = own?.getAttribute('value') ?? '';
        own?.remove();
        return { shown, button: root?.innerHTML ?? '', page: `${copy.outerHTML} ${location.href} ${document.title}` };
      },
      [],
    );
  const found = await until('our button', async () => {
    const seen = await read();
    return seen.button.includes('<button') ? seen : null;
  });
  expect(parts.in(found.shown), 'the dashboard shows it').toBe(true);
  expect(parts.inWriting(found.button), 'our button').toBe(false);
  expect(parts.inWriting(found.page), 'the page').toBe(false);
}

interface InFirefox {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

interface InChromium {
  chrome: { dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } };
}
