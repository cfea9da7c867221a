/** What a browser leaves on disk: no part of a token, though the extension had it in memory and was killed with it. */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { Host } from '../../faults/host.ts';
import { fingerprintOf } from '../../faults/trial.ts';
import { vendorNamed } from '../../faults/vendor.ts';
import { until } from '../support/until.ts';
import { builds } from './builds.ts';

async function hostWithToken(name: 'chromium' | 'firefox'): Promise<Host> {
  const vendor = vendorNamed(name);
  const host = await Host.start(vendor, `${builds}/${vendor.build}`);
  host.noteToken();
  await host.backstage.request({ type: 'read' });
  await until(
    'the token in memory',
    async () => {
      const { secret } = await host.backstage.stored();
      return fingerprintOf(secret) === fingerprintOf(host.dashboard.account.token);
    },
    30_000,
  );
  return host;
}

it.each(['chromium', 'firefox'] as const)('holds no part of a token in %s, also where it was killed', async (name) => {
  const host = await hostWithToken(name);
  await host.killWorker();
  await host.killBrowser();
  expect(await host.close()).toEqual([]);
});

it.each(['chromium', 'firefox'] as const)('is found in %s where an extension does store one', async (name) => {
  const host = await hostWithToken(name);
  // Stands for a token that got into what is kept on disk.
  const planted = randomBytes(16).toString('hex');
  host.noteToken(planted);
  await host.backstage.page.evaluate(async (value) => {
    await browser.storage.local.set({ planted: { deep: [value] } });
  }, planted);
  await host.killBrowser();
  const findings = await host.close();
  expect(findings.map(({ file }) => file).join('\n')).toMatch(/Local Extension Settings|storage.default/);
});

declare const browser: typeof import('webextension-polyfill');
