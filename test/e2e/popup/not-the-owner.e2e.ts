import { expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { dashboardTabs, openThisDesk } from './this-build.ts';

it.each(['forms', 'spa'] as const)('says that only the owner sees My Account (%s)', async (skin) => {
  await using desk = await openThisDesk({ skin, signedIn: 'other', at: null });
  const popup = await desk.openPopup();
  const text = await popup.waitForText(/Not the account owner/, 30_000);
  expect(text).toContain('Only the account owner sees My Account.');
  await until('the tab of ours to be closed', async () => (await dashboardTabs(desk)).length === 0);
  expect(await popup.focused()).toBe('Open dashboard');

  // The popup goes as the tab comes, perhaps before the key is up again.
  await popup.press('Enter').catch(() => undefined);
  const page = await until('the dashboard', async () => (await dashboardTabs(desk))[0]);
  await until('it to be in front', () => page.evaluate(() => document.visibilityState === 'visible'));
  expect(new URL(page.url()).pathname).toBe('/app/');
  expect(await desk.storage('local'), 'nothing is kept of an account').not.toHaveProperty('accounts');
});
