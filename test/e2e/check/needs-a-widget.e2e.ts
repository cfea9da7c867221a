import { describe, expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import { openKnowing, openOperations } from '../operations/helpers.ts';
import { accountKey, stored } from '../support/account.ts';
import { saying } from '../support/texts.ts';

describe.each(skinNames)('without a widget id, on %s', (skin) => {
  it('nothing is sent; one that a page has shown is offered, and taken', async () => {
    await using desk = await openOperations({ skin });
    const { widgetId } = desk.dashboard.account;
    const popup = await openKnowing(desk);
    await popup.click('Check token');
    await popup.waitForText(saying('check_needsWidget'));
    expect(desk.dashboard.apiCalls).toEqual([]);
    expect(await stored(desk, 'local')).not.toHaveProperty('widgetIds');
    expect(await popup.text()).toContain(widgetId);
    await popup.click(`Use ${widgetId.slice(0, 8)}…`);
    await popup.waitForText(saying('check_accepted', 'just now'));
    expect(desk.dashboard.apiCalls).toMatchObject([{ key: 'current', cookie: false }]);
    expect((await stored(desk, 'local')).widgetIds).toEqual({ [accountKey(desk)]: widgetId });
  });
});

it('where no page has shown one, it leads to the settings, where one is entered', async () => {
  await using desk = await openOperations({ at: '/app/' });
  const { widgetId } = desk.dashboard.account;
  const popup = await openKnowing(desk);
  await popup.click('Check token');
  const text = await popup.waitForText(saying('check_needsWidget'));
  expect(text).not.toContain(widgetId.slice(0, 8));
  expect(desk.dashboard.apiCalls).toEqual([]);
  await popup.close();

  const options = await desk.openOptions('check');
  await options.fill('Widget id', 'no/id');
  await options.click('Save widget id');
  await options.waitForText(saying('options_check_error_notAnId'));
  await options.fill('Widget id', widgetId);
  await options.click('Save widget id');
  await options.waitForStatus(saying('options_check_saved'));
  await options.page.close();
  const again = await openKnowing(desk);
  await again.click('Check token');
  await again.waitForText(saying('check_accepted', 'just now'));
});
