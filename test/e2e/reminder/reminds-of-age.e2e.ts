import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirm, openAgain, openKnowing, showsServersToken } from '../operations/helpers.ts';
import { buildFolder, tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { waitForBadge } from '../rotation/rotating.ts';
import { accountKey, store, stored } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { grantedBuild } from '../support/granted-build.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import { alarms, createdAt, dayIn, noonDaysAgo, openAgeing } from './ageing.ts';

const dayMs = 86_400_000;

describe('the reminder', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openAgeing();
  });
  afterAll(() => desk.close());

  it('says nothing while the token is fine, and is set to wake up', async () => {
    await createdAt(desk, noonDaysAgo(82));
    const popup = await openKnowing(desk);
    const text = await popup.waitForText(saying('age_created_other', 82));
    expect(text).not.toMatch(saying('reminder_approaching'));
    expect(await popup.hasButton('Snooze')).toBe(false);
    await waitForBadge(desk, '');
    await until('an alarm within a day', async () => {
      const at = (await alarms(desk)).get('reminder') ?? 0;
      return at > Date.now() && at <= Date.now() + dayMs;
    });
    await popup.close();
  });

  it('says when it is due a week before, without a badge', async () => {
    await createdAt(desk, noonDaysAgo(84));
    const popup = await openKnowing(desk);
    await popup.waitForText(saying('reminder_approaching', dayIn(6)));
    expect(await popup.text()).toMatch(saying('age_created_other', 84));
    await waitForBadge(desk, '');
    await popup.close();
  });

  it('says that it is overdue, with a badge, also after a restart', async () => {
    await createdAt(desk, noonDaysAgo(91));
    await waitForBadge(desk, '!');
    await desk.restart();
    await waitForBadge(desk, '!');
    const title = () => desk.worker.backstage.evaluate('chrome.action.getTitle({})');
    await until('its title', async () => saying('badge_overdue').test(String(await title())));
    const popup = await openAgain(desk);
    await popup.waitForText(saying('reminder_overdue'));
    await popup.close();
    const options = await desk.openOptions('reminder');
    await options.waitForText(saying('options_reminder_overdue', dayIn(-1)));
    await options.page.close();
  });

  it('is silent for the days that were chosen, also after a restart, and wakes up when told to', async () => {
    const popup = await openAgain(desk);
    await popup.click('Snooze');
    await popup.click('7 days');
    await popup.waitForText(saying('reminder_snoozed', dayIn(7)));
    expect(await popup.hasButton('Snooze')).toBe(false);
    await waitForBadge(desk, '');
    await popup.close();
    await desk.restart();
    await until('an alarm', async () => (await alarms(desk)).has('reminder'));
    await waitForBadge(desk, '');
    const options = await desk.openOptions('reminder');
    await options.waitForText(saying('options_reminder_snoozed', dayIn(7)));
    await options.click('Wake up now');
    await options.waitForStatus(saying('options_reminder_awake'));
    await waitForBadge(desk, '!');
    await options.clickOn('Remind me to change the token', 'checkbox');
    await waitForBadge(desk, '');
    await options.clickOn('Remind me to change the token', 'checkbox');
    await waitForBadge(desk, '!');
    await options.fill('Days', '92');
    await options.click('Save days');
    await waitForBadge(desk, '');
    await options.waitForText(saying('options_reminder_approaching', dayIn(1)));
    await options.page.close();
  });

  it('begins anew with a new token, a snooze of the old one forgotten', async () => {
    await createdAt(desk, noonDaysAgo(400));
    const popup = await openAgain(desk);
    await popup.click('Snooze');
    await popup.click('30 days');
    await popup.waitForText(saying('reminder_snoozed'));
    await confirm(popup, 'regenerate');
    await popup.waitForText(/Token regenerated:/, 60_000);
    await showsServersToken(desk, popup);
    const text = await popup.waitForText(saying('age_created_today'));
    expect(text).not.toMatch(saying('reminder_snoozed'));
    await createdAt(desk, noonDaysAgo(400));
    await waitForBadge(desk, '!');
    await popup.waitForText(saying('reminder_overdue'));
    expect(desk.log.complaints()).toEqual([]);
  });
});

it('notifies once where that was asked for and is allowed, with no word of the token itself', async () => {
  await using build = await grantedBuild(buildFolder, ['notifications']);
  await using desk = await openAgeing({ extension: build.folder });
  const options = await desk.openOptions('reminder');
  await options.clickOn('Also show a notification', 'checkbox');
  await options.waitForStatus(saying('options_reminder_willNotify'));
  // What is shown is kept, to be looked at: a browser without a window shows it to nobody.
  await createdAt(desk, noonDaysAgo(91));
  const notified = await until('a notification to be noted', async () => (await stored(desk, 'local')).notified);
  expect(notified).toEqual({
    [accountKey(desk)]: { fingerprint: expect.stringMatching(/^[0-9a-f]{8}$/), state: 'overdue' },
  });
  const shown = JSON.stringify(await desk.worker.evaluate('chrome.notifications.getAll()'));
  expect(holdsPartOf(tokenOf(desk), shown + JSON.stringify(notified))).toBe(false);
  await desk.worker.evaluate(
    'chrome.notifications.getAll().then((all) => Promise.all(Object.keys(all).map((id) => chrome.notifications.clear(id))))',
  );
  await createdAt(desk, noonDaysAgo(92));
  await desk.killWorker();
  await desk.worker.wake();
  await waitForBadge(desk, '!');
  expect(await desk.worker.evaluate('chrome.notifications.getAll()')).toEqual({});
  await store(desk, 'local', { notified: {} });
});
