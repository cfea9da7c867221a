import { afterAll, beforeAll, expect, it } from 'vitest';
import { rareToken } from '../../canary/parts.ts';
import { openThisDesk, tokenOf } from '../popup/this-build.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { holdsPartOf, timesIn } from './secrets.ts';

let desk: Desk;
/** The tokens there have been: one that was read, shown and copied, and the one that replaced it. */
const tokens: string[] = [];
/** What popup, pages and worker let be seen of themselves on the way. */
const seen = { addresses: [] as string[], workerSaid: [] as string[], popupMarkup: [] as string[] };

beforeAll(async () => {
  desk = await openThisDesk({ skin: 'spa', token: rareToken() });
  tokens.push(tokenOf(desk));
  const popup = await desk.openPopup();
  const look = async () => {
    const pages = [...(await desk.tabs()), popup.page];
    for (const page of pages) seen.addresses.push(page.url(), await page.title());
    seen.workerSaid.push(...(await desk.worker.said()));
    seen.popupMarkup.push(await popup.page.evaluate(() => document.documentElement.outerHTML));
  };
  await popup.click('Show token');
  await until('the token to be shown', async () => (await popup.shownToken()) === tokens[0]);
  await popup.click('Copy token');
  await popup.waitForStatus(/^Copied$/);
  await look();
  await popup.click('Regenerate…');
  await popup.click('Regenerate token');
  await until('a new token', () => tokenOf(desk) !== tokens[0], 20_000);
  tokens.push(tokenOf(desk));
  await popup.waitForStatus(/Token regenerated/, 20_000);
  await popup.click('Copy token');
  await popup.waitForStatus(/Copied/);
  await look();
  await popup.close();
});
afterAll(() => desk.close());

const holdsAny = (text: string) => tokens.some((token) => holdsPartOf(token, text));

it('is found where it may be, so that the search is known to find it', async () => {
  expect(tokens.length).toBe(2);
  expect(holdsAny(JSON.stringify(await desk.storage('session')))).toBe(true);
  expect(tokens[0] !== tokens[1] && holdsAny(`x${tokens[0]?.slice(5, 10)}x`)).toBe(true);
  expect(holdsAny(`x${tokens[1]?.slice(5, 13)}x`)).toBe(true);
});

it.each(['local', 'sync'] as const)('is not in storage.%s, nor a part of it', async (area) => {
  const stored = JSON.stringify(await desk.storage(area));
  expect(holdsAny(stored)).toBe(false);
  if (area === 'local') expect(stored.includes(tokens[1]?.slice(-4) ?? ''), 'its last four are there').toBe(true);
});

it('keeps in memory the current one alone', async () => {
  const stored = JSON.stringify(await desk.storage('session'));
  expect(timesIn(tokens[1] ?? '', stored)).toBe(1);
  expect(holdsPartOf(tokens[0] ?? '', stored), 'the old one is still there').toBe(false);
});

it('is in no console, no address, no title and no attribute of the popup', () => {
  expect(holdsAny(desk.log.text()), 'consoles').toBe(false);
  expect(holdsAny(seen.workerSaid.join('\n')), "the worker's console").toBe(false);
  expect(holdsAny(seen.addresses.join('\n')), 'addresses and titles').toBe(false);
  expect(seen.popupMarkup.length).toBe(2);
  expect(holdsAny(seen.popupMarkup.join('\n')), "the popup's markup").toBe(false);
  expect(desk.log.complaints()).toEqual([]);
});

it('stands in the page as often as the page itself shows it, and not in what is ours there', async () => {
  await desk.pageButton().waitForCount(1);
  const session = await desk.tab.createCDPSession();
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const all = JSON.stringify(root);
  const ours = all.slice(all.indexOf('token-desk-copy'));
  expect(ours).toContain('shadowRoots');
  await desk.tab.evaluate(() => document.querySelector('token-desk-copy')?.setAttribute('data-test', ''));
  const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId: root.nodeId, includeShadowDOM: true });
  const host = /<token-desk-copy.*?<\/token-desk-copy>/s.exec(outerHTML)?.[0] ?? '';
  expect(host).toContain('<button');
  for (const part of [tokens[1]?.slice(-4) ?? '', tokens[1]?.slice(0, 4) ?? ''])
    expect(host.includes(part), 'a part of the token is in our button').toBe(false);
  expect(holdsAny(host)).toBe(false);

  await desk.browser.uninstallExtension(desk.extensionId);
  await desk.tab.reload({ waitUntil: 'networkidle0' });
  expect(await desk.pageButton().count()).toBe(0);
  const without = await desk.tab.content();
  expect(timesIn(tokens[1] ?? '', outerHTML)).toBe(timesIn(tokens[1] ?? '', without));
});
