import { expect, it } from 'vitest';
import { readIsOver } from '../support/account.ts';
import { until } from '../support/until.ts';
import { dashboardTabs, openThisDesk, tokenOf } from './this-build.ts';

it('leads to the sign-in page, and goes on by itself once the person has signed in there', async () => {
  await using desk = await openThisDesk({ signedIn: false, at: null });
  const { owner } = desk.dashboard.account;
  const popup = await desk.openPopup();
  await popup.waitForText(/Sign in to SnapEngage/, 20_000);
  expect(await popup.text()).toContain('No account seen yet');
  await popup.click('Sign in');
  const page = await until('the sign-in page', async () =>
    (await dashboardTabs(desk)).find((tab) => tab.url().endsWith('/signin')),
  );
  await until('it to be in front', () => page.evaluate(() => document.visibilityState === 'visible'));
  if (popup.isOpen()) await popup.close();

  await page.waitForSelector('[name=Submit]');
  await page.type('#email', owner.email);
  await page.type('#password', owner.password);
  await page.click('[name=Submit]');
  const inMemory = async () => Object.keys((await desk.storage('session')).secrets ?? {}).length === 1;
  await until('the token to be read, with no popup open', inMemory, 20_000);
  await until('the tab of ours to be closed', async () => (await dashboardTabs(desk)).length === 1);
  expect(new URL(page.url()).pathname).toBe('/app/');

  const again = await desk.openPopup();
  await again.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`));
  expect(await again.text()).toContain(owner.email);
});

it('says so again when the session has ended, and keeps what is known', async () => {
  await using desk = await openThisDesk({ at: null });
  const first = await desk.openPopup();
  await first.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`), 20_000);
  await first.close();
  await readIsOver(desk);
  await desk.worker.evaluate('chrome.storage.session.clear()');
  desk.dashboard.expireSessions();

  const popup = await desk.openPopup();
  await popup.click('Copy token');
  await popup.waitForAlert(/^Not copied: the token could not be read\.$/, 20_000);
  const text = await popup.waitForText(/Sign in to SnapEngage/);
  expect(text).toContain(`Last seen: …${tokenOf(desk).slice(-4)}`);
  expect(await popup.hasButton('Sign in')).toBe(true);
});
