import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKnowing, openOperations } from '../operations/helpers.ts';
import { accountKey, stored } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import type { View } from '../support/view.ts';

const widgetId = '0a1b2c3d-0000-4111-8222-333344445555';
/** What may be typed for the days, and why it is refused. */
const wrongDays = [
  [' ', 'empty'],
  ['ninety', 'notWhole'],
  ['1.5', 'notWhole'],
  ['0', 'tooFew'],
  ['-3', 'tooFew'],
  ['3651', 'tooMany'],
] as const;

describe('settings', () => {
  let desk: Desk;
  let options: View;
  beforeAll(async () => {
    desk = await openOperations({ at: '/app/' });
    await (await openKnowing(desk)).close();
    options = await desk.openOptions();
  });
  afterAll(() => desk.close());

  it.each(wrongDays)('refuse "%s" as the days of the reminder, at the field', async (typed, error) => {
    await options.fill('Days', typed);
    await options.click('Save days');
    await options.waitForText(saying(`options_reminder_error_${error}`));
    const field = await options.named('Days', 'textbox');
    const described = await field.evaluate((element) => {
      const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
      return ids.map((id) => document.getElementById(id)?.textContent).join('\n');
    });
    expect(described).toMatch(saying(`options_reminder_error_${error}`));
    expect(await field.evaluate((element) => element.ariaInvalid)).toBe('true');
    await until('the focus on it', async () => field.evaluate((element) => element === document.activeElement));
    expect(await options.status()).toBe('');
    expect(await stored(desk, 'local')).not.toHaveProperty('reminders');
  });

  it('are there when the browser was killed and started again', async () => {
    await options.fill('Days', '30');
    await options.click('Save days');
    await options.waitForStatus(saying('options_reminder_saved'));
    await options.fill('Widget id', widgetId);
    await options.click('Save widget id');
    await options.waitForStatus(saying('options_check_saved'));
    await options.clickOn('Sync places', 'checkbox');
    await options.waitForStatus(saying('options_sync_isOn'));
    await options.choose('Computer', 'Linux with X11');
    await options.fill('Secret', 'our/chat');
    await options.click('Save names');
    await options.waitForStatus(saying('options_stores_saved'));
    const before = await stored(desk, 'local');
    expect(before).toMatchObject({
      reminders: { [accountKey(desk)]: { days: 30 } },
      widgetIds: { [accountKey(desk)]: widgetId },
      sync: true,
      copying: { system: 'linuxX11', names: { secret: 'our/chat' } },
    });

    await desk.restart();
    options = await desk.openOptions();
    for (const [field, value] of Object.entries({
      Days: '30',
      'Widget id': widgetId,
      Secret: 'our/chat',
      Variable: '',
    }))
      expect(await options.value(field), field).toBe(value);
    expect(await isOn('Sync places')).toBe(true);
    expect(await isOn('Remind me to change the token')).toBe(true);
    const system = await options.named('Computer', 'combobox');
    expect(await system.evaluate((select) => (select as HTMLSelectElement).value)).toBe('linuxX11');

    await options.clickOn('Remind me to change the token', 'checkbox');
    await options.waitForStatus(saying('options_reminder_isOff'));
    await options.page.reload();
    await options.named('Remind me to change the token', 'checkbox');
    expect(await isOn('Remind me to change the token')).toBe(false);
    expect(await options.has('Days', 'textbox')).toBe(false);
    expect(desk.log.complaints()).toEqual([]);
  });

  async function isOn(field: string): Promise<boolean> {
    return (await options.named(field, 'checkbox')).evaluate((element) => (element as HTMLInputElement).checked);
  }
});
