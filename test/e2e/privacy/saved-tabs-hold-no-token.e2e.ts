/**
 * A page of ours in a tab is among the tabs that a browser saves, with what stands in its fields: theirs say
 * autocomplete="off", and are left out. A field of the test's own, which does not, shows that others are not.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { rareToken } from '../../canary/parts.ts';
import { savedTabs } from '../../canary/saved-tabs.ts';
import { scanProfile } from '../../canary/scan-profile.ts';
import { inFirefoxItself } from '../../faults/chrome-scope.ts';
import { Host } from '../../faults/host.ts';
import { vendorNamed } from '../../faults/vendor.ts';
import { builds } from '../fire/builds.ts';
import { until } from '../support/until.ts';
import { View } from '../support/view.ts';

/** Firefox saves every 15 s by itself (ms). */
const firefoxSavesEvery = 500;

it.each(['chromium', 'firefox'] as const)('holds none of our fields in the tabs that %s has saved', async (name) => {
  const vendor = vendorNamed(name);
  const host = await Host.start(vendor, `${builds}/${vendor.build}`);
  const tokens = { read: rareToken(), pasted: rareToken() };
  const others = [rareToken(), rareToken(), rareToken()] as const;
  host.dashboard.account.token = tokens.read;
  host.noteToken();
  host.noteToken(tokens.pasted);
  if (name === 'firefox')
    await inFirefoxItself(
      host.browser,
      `Services.prefs.setIntPref('browser.sessionstore.interval', ${firefoxSavesEvery})`,
    );
  await host.backstage.request({ type: 'read' });
  await until('the token in memory', async () => (await host.backstage.stored()).secret === tokens.read, 30_000);

  const popup = await open(host, 'popup.html');
  await new View(popup, 'the popup').click('Show token');
  await until('the token to be shown', () =>
    popup.evaluate((token) => document.querySelector('input')?.value === token, tokens.read),
  );
  const comparing = await open(host, 'popup.html');
  await new View(comparing, 'the popup').click('Compare');
  expect(await pasteEverywhere(comparing, tokens.pasted, '#pasted')).toEqual(['pasted']);
  const options = await open(host, 'options.html');
  expect(await pasteEverywhere(options, tokens.pasted, '#compare-text')).toEqual(
    expect.arrayContaining(['compare-text', 'check-widget', 'store-secret', 'erase-typed']),
  );
  await addField(popup, others[0]);
  await addField(comparing, others[1]);
  await addField(options, others[2]);
  await until(
    'the tabs to be saved',
    async () => {
      const saved = (await savedTabs(host.profile, vendor.url(''))).join('\n');
      return others.every((other) => saved.includes(other));
    },
    40_000,
  );

  host.browser.process()?.kill('SIGKILL');
  const ours = vendor.url('');
  expect((await scanProfile(host.profile, others, ours)).map(({ as }) => as)).toContain('session');
  expect(await host.close()).toEqual([]);
});

async function open({ browser, vendor }: Host, file: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(vendor.url(file), { timeout: vendor.gotoLimitMs }).catch(() => undefined);
  await page.waitForFunction(() => document.querySelector('input') !== null);
  await page.bringToFront();
  return page;
}

/** Pastes `text` into every field for text that `page` shows once `awaited` is there; gives their ids. */
async function pasteEverywhere(page: Page, text: string, awaited: string): Promise<string[]> {
  await page.waitForSelector(awaited);
  return page.evaluate((pasted) => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
    const shown = fields
      .filter(({ readOnly, type }) => !readOnly && /^text/.test(type))
      .filter((field) => field.checkVisibility());
    for (const field of shown) {
      field.focus();
      field.select();
      document.execCommand('insertText', false, pasted);
    }
    return shown.filter((field) => field.value.includes(pasted)).map(({ id }) => id);
  }, text);
}

/** Puts `text` into a field that is not ours, and has the browser notice that there is something new to save. */
async function addField(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((value) => {
    const field = document.body.appendChild(document.createElement('input'));
    field.id = 'not-ours';
    field.focus();
    document.execCommand('insertText', false, value);
    history.replaceState(null, '', '#changed');
  }, text);
}
