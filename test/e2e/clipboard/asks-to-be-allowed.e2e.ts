import { expect, it } from 'vitest';
import { openKnowing, openOperations } from '../operations/helpers.ts';
import { store, stored } from '../support/account.ts';
import { saying } from '../support/texts.ts';
import { alarms, buildThatMayClear, copyToken, pastesToken, pendingClear } from './clearing.ts';

it('is offered after the first copy, set up in the settings, and switched off there, which calls off what is to come', async () => {
  await using build = await buildThatMayClear();
  await using desk = await openOperations({ extension: build.folder });
  const popup = await openKnowing(desk);
  await popup.click('Copy token');
  await popup.waitForText(saying('clearing_offer'));
  expect(await pendingClear(desk)).toBeNull();
  await popup.click('No, thanks');
  await popup.click('Copy token');
  await popup.waitForStatus(/^Copied$/);
  expect(await popup.text()).not.toMatch(saying('clearing_offer'));
  await popup.close();

  const options = await desk.openOptions('clipboard');
  await options.choose('Clear after', '5 minutes');
  await options.click('Save clipboard setting');
  await options.waitForStatus(saying('options_clipboard_isOn'));
  const again = await openKnowing(desk);
  await copyToken(desk, again);
  await again.waitForText(saying('clearing_in'));
  await again.close();
  await options.choose('Clear after', 'Off');
  await options.click('Save clipboard setting');
  await options.waitForStatus(saying('options_clipboard_isOff'));
  expect(await pendingClear(desk)).toBeNull();
  expect(await pastesToken(desk), 'it is still there').toBe(true);
});

it('stays off where the browser does not allow it', async () => {
  await using desk = await openOperations();
  await (await openKnowing(desk)).close();
  const options = await desk.openOptions('clipboard');
  // What the browser answers when the person says no: nobody can be asked in a browser without a window.
  await options.page.evaluate(`chrome.permissions.request = (permissions, answer) => answer(false)`);
  await options.choose('Clear after', '30 seconds');
  await options.click('Save clipboard setting');
  await options.waitForAlert(saying('options_clipboard_refused'));
  expect(await stored(desk, 'local')).not.toHaveProperty('clearing');
});

it('says that it was not cleared, and leaves it alone, where the browser allows it no more', async () => {
  await using desk = await openOperations();
  await store(desk, 'local', { clearing: { seconds: 300, offered: true } });
  const popup = await openKnowing(desk);
  await copyToken(desk, popup);
  await popup.click('Clear now');
  await popup.waitForAlert(saying('clipboard_denied'));
  expect(await alarms(desk)).not.toContain('clear');
  await popup.close();
  const options = await desk.openOptions('clipboard');
  await options.waitForText(saying('options_clipboard_revoked'));
});
