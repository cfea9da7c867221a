import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rareToken } from '../../canary/parts.ts';
import { startDashboard } from '../../dashboard/server.ts';
import { openDeskAt, tokenOf } from '../popup/this-build.ts';
import { until } from '../support/until.ts';
import { holdsPartOf } from './secrets.ts';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; initiator?: string } }[];
}

/** What the log calls the initiator of the browser's own requests, and of a tab's first page. */
const noOrigin = 'not an origin';

/** The browser's own services, which it asks with or without an extension. */
function isBrowsersOwn({ hostname }: URL): boolean {
  return /(^|\.)(google|googleapis|gvt1)\.com$/.test(hostname);
}

it('asks nobody but SnapEngage for anything, from the first read to a regenerated token', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'token-desk-'));
  const file = join(folder, 'net.json');
  const dashboard = await startDashboard({ token: rareToken() });
  const tokens: string[] = [];
  let origin = '';
  try {
    {
      await using desk = await openDeskAt(dashboard, [`--log-net-log=${file}`]);
      origin = `chrome-extension://${desk.extensionId}`;
      tokens.push(tokenOf(desk));
      const popup = await desk.openPopup();
      await popup.click('Copy token');
      await popup.waitForStatus(/^Copied$/, 20_000);
      await popup.click('Show token');
      await popup.click('Regenerate…');
      await popup.click('Regenerate token');
      await until('a new token', () => tokenOf(desk) !== tokens[0], 20_000);
      tokens.push(tokenOf(desk));
      await popup.waitForStatus(/Token regenerated/, 20_000);
    }
    const text = await readFile(file, 'utf8');
    const { constants, events } = JSON.parse(text) as NetLog;
    const started = constants.logEventTypes.URL_REQUEST_START_JOB;
    const asked = events.flatMap(({ type, params: { url, initiator } = {} }) =>
      type === started && url && URL.canParse(url) ? [{ url: new URL(url), by: initiator ?? noOrigin }] : [],
    );
    const web = asked.filter(({ url }) => /^(http|ws)s?:$/.test(url.protocol));
    const byPages = web.filter(({ by }) => by !== noOrigin);
    const wanted = web.filter(({ url }) => !isBrowsersOwn(url));
    expect(
      wanted.some(({ url }) => url.pathname === dashboard.tokenPath),
      'the log holds what was asked',
    ).toBe(true);
    expect(new Set(wanted.map(({ url }) => url.hostname))).toEqual(new Set(['www.snapengage.com']));
    expect(new Set(byPages.map(({ url }) => url.hostname))).toEqual(new Set(['www.snapengage.com']));
    expect(byPages.filter(({ by }) => by.startsWith(origin))).toEqual([]);
    for (const token of tokens)
      expect(
        asked.some(({ url }) => holdsPartOf(token, url.href)),
        'an address holds a token',
      ).toBe(false);
  } finally {
    await dashboard.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
