import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startDashboard } from '../../dashboard/server.ts';
import { readIsOver } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import {
  clipboardHoldsToken,
  dashboardTabs,
  isMasked,
  maskOf,
  openDeskAt,
  openThisDesk,
  tokenOf,
} from './this-build.ts';

/** Empties the memory once the tab that was read in is gone, and nothing of it is written there any more. */
async function forget(desk: Desk): Promise<void> {
  await until('the tab that was read in to close', async () => (await dashboardTabs(desk)).length === 0);
  await readIsOver(desk);
  await desk.worker.evaluate('chrome.storage.session.clear()');
}

/** Opens the popup on a desk that knows the account's mark and no token, and sees that it says so by itself. */
async function openRemembered(desk: Desk) {
  expect(await desk.storage('session'), 'nothing is in memory').not.toHaveProperty('secrets');
  const before = desk.dashboard.requests.length;
  const popup = await desk.openPopup();
  const text = await popup.waitForText(/The token is kept in memory only, and is not there now/);
  expect(text).toContain(maskOf(desk));
  expect(text).toMatch(/Fingerprint [0-9a-f]{4} [0-9a-f]{4}/);
  expect(text).toContain('first seen today');
  expect(text).toContain(desk.dashboard.account.owner.email);
  expect(await dashboardTabs(desk)).toEqual([]);
  expect(desk.dashboard.requests.length, 'the dashboard was asked').toBe(before);
  return popup;
}

it('remembers the token by its mark when the browser is started again, and fetches it to copy', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'token-desk-'));
  const dashboard = await startDashboard();
  const args = [`--user-data-dir=${profile}`];
  try {
    {
      await using desk = await openDeskAt(dashboard, args);
      const popup = await desk.openPopup();
      await popup.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`), 20_000);
    }
    await using desk = await openDeskAt(dashboard, args);
    const popup = await openRemembered(desk);
    await popup.press('Enter');
    await popup.waitForStatus(/^Copied$/, 20_000);
    expect(await clipboardHoldsToken(desk), 'the clipboard holds the token').toBe(true);
    expect(await isMasked(desk, popup), 'it is masked').toBe(true);
  } finally {
    await dashboard.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

it('fetches it to show, and says why where it cannot', async () => {
  await using desk = await openThisDesk({ at: null });
  const first = await desk.openPopup();
  await first.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`), 20_000);
  await first.close();
  await forget(desk);

  const popup = await openRemembered(desk);
  await popup.click('Show token');
  await popup.button('Hide token');
  expect((await popup.shownToken()) === tokenOf(desk), 'the token is shown').toBe(true);
  await popup.close();

  await forget(desk);
  const again = await openRemembered(desk);
  desk.dashboard.faults.pageLatencyMs = 12_000;
  await again.click('Copy token');
  await again.click('Cancel');
  await again.waitForAlert(/^Not copied: reading was cancelled\.$/);
  expect(await again.status()).toBe('');
  expect(await clipboardHoldsToken(desk), 'the clipboard holds the token').toBe(false);
});
