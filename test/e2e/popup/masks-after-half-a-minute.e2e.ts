import { expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { isMasked, openThisDesk, tokenOf } from './this-build.ts';

it('masks a shown token after half a minute, and not before', async () => {
  await using desk = await openThisDesk();
  const popup = await desk.openPopup();
  await (await popup.button('Show token')).focus();

  // From before the token is shown, the popup's own clock stands still but for what passes here; so does that of every
  // page of this process.
  const clock = await popup.page.createCDPSession();
  await clock.send('Emulation.setVirtualTimePolicy', { policy: 'pause' });
  await popup.press('Enter');
  const isShown = async () => (await popup.shownToken()) === tokenOf(desk);
  await until('the token to be shown', isShown);
  const pass = async (seconds: number) => {
    const passed = new Promise((resolve) => clock.once('Emulation.virtualTimeBudgetExpired', resolve));
    await clock.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: seconds * 1000 });
    await passed;
  };
  await pass(28);
  expect(await isShown(), 'it is still shown').toBe(true);
  await pass(4);
  expect(await isMasked(desk, popup), 'it is masked').toBe(true);
});
