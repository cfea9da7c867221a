import { expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import { readIsOver } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { clipboardHoldsToken, dashboardTabs, openThisDesk, pagesSince, tokenOf } from './this-build.ts';

/**
 * Notes from now on, in the browser itself, the tabs on the dashboard: one may be gone before anybody has looked from
 * here. Gives of each whether it was ever in front.
 */
async function noteTabs({ dashboard, worker: { backstage } }: Desk): Promise<() => Promise<unknown>> {
  await backstage.evaluate(`
    window.inFront = {};
    chrome.tabs.onUpdated.addListener((id, _, { url, active }) => {
      if (url?.startsWith('${dashboard.origin}/')) inFront[id] ||= active;
    });
  `);
  return () => backstage.evaluate('Object.values(inFront)');
}

it.each(skinNames)('reads through an inactive tab of its own, and closes it (%s)', async (skin) => {
  await using desk = await openThisDesk({ skin, at: null });
  const { dashboard, worker } = desk;
  const wereInFront = await noteTabs(desk);
  const popup = await desk.openPopup();
  await popup.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`), 20_000);
  await until('the tab to be closed', async () => (await dashboardTabs(desk)).length === 0);
  expect(await wereInFront()).toEqual([false]);
  expect(popup.isOpen()).toBe(true);
  expect(await popup.focused()).toBe('Copy token');

  // The way is remembered: the next fresh read, as after a restart, opens the token page and nothing else.
  await popup.close();
  await readIsOver(desk);
  await worker.evaluate('chrome.storage.session.clear()');
  const before = dashboard.requests.length;
  const again = await desk.openPopup();
  await again.click('Copy token');
  await again.waitForStatus(/^Copied$/, 20_000);
  expect(await clipboardHoldsToken(desk), 'the clipboard holds the token').toBe(true);
  expect(pagesSince(desk, before)).toEqual([dashboard.tokenPath]);
  await until('the tab to be closed', async () => (await dashboardTabs(desk)).length === 0);
  expect(dashboard.counts.received).toEqual({ generate: 0, regenerate: 0, delete: 0 });
});
