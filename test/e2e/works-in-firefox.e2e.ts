import { expect, it } from 'vitest';
import { openFirefox } from './support/firefox.ts';
import { until } from './support/until.ts';

it('reads, shows and regenerates the token in Firefox', async () => {
  await using desk = await openFirefox();
  const { dashboard } = desk;
  const old = dashboard.account.token ?? '';
  const popup = await desk.openPopup();
  await popup.waitForText(new RegExp(`• ${old.slice(-4)}`));
  await popup.click('Show token');
  expect(await popup.shownToken()).toBe(old);

  await popup.click('Regenerate…');
  await popup.click('Regenerate token');
  await until('a new token', () => dashboard.account.token !== old, 20_000);
  await popup.waitForText(new RegExp(`• ${dashboard.account.token?.slice(-4)}`), 20_000);
  expect(dashboard.counts.applied).toEqual({ generate: 0, regenerate: 1, delete: 0 });
});
