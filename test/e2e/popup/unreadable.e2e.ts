import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { dashboardTabs, openThisDesk } from './this-build.ts';

it('says so where the page hides the token, with a report that holds nothing of it', async () => {
  // Its end could stand in no number and no word of a report.
  const token = `${randomBytes(14).toString('hex')}QzXw`;
  await using desk = await openThisDesk({ token, at: null, faults: { masked: true } });
  const { dashboard } = desk;
  const popup = await desk.openPopup();
  await popup.waitForText(/The token page is unreadable/, 30_000);
  expect(await popup.text()).toContain('The page hides the token.');
  expect(await popup.focused()).toBe('Open the page');
  await popup.click('Copy report');
  await popup.waitForStatus(/^Report copied$/);
  const report = await desk.clipboard();
  expect(report).toContain('hidden');
  for (const part of ['QzXw', token.slice(0, 4), '••', dashboard.account.orgId, dashboard.account.owner.email])
    expect(report.includes(part), 'the report holds text of the page').toBe(false);

  await popup.click('Open the page');
  const page = await until('the token page', async () =>
    (await dashboardTabs(desk)).find((tab) => tab.url().endsWith(dashboard.tokenPath)),
  );
  await until('it to be in front', () => page.evaluate(() => document.visibilityState === 'visible'));
  await popup.close();
  dashboard.faults.masked = false;
  await page.reload();
  const again = await desk.openPopup();
  await again.waitForText(/• QzXw/);
});
