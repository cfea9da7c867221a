import { expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import { until } from '../support/until.ts';
import { clipboardHoldsToken, dashboardTabs, openThisDesk, pagesSince, tokenOf } from './this-build.ts';

it.each(skinNames)('reads through an inactive tab of its own, and closes it (%s)', async (skin) => {
  await using desk = await openThisDesk({ skin, at: null, faults: { pageLatencyMs: 150 } });
  const { dashboard, worker } = desk;
  const popup = await desk.openPopup();
  const inFront = 'chrome.tabs.query({ active: true }).then((tabs) => tabs.map(({ url }) => url ?? ""))';
  await until('a tab on the dashboard', async () => (await dashboardTabs(desk)).length === 1);
  expect(await worker.evaluate(inFront)).not.toContainEqual(expect.stringContaining(dashboard.origin));
  await popup.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`), 20_000);
  await until('the tab to be closed', async () => (await dashboardTabs(desk)).length === 0);
  expect(popup.isOpen()).toBe(true);
  expect(await popup.focused()).toBe('Copy token');

  // The way is remembered: the next fresh read, as after a restart, opens the token page and nothing else.
  await popup.close();
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
