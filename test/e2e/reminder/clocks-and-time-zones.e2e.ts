import { afterEach, expect, it } from 'vitest';
import { openAgain, openKnowing } from '../operations/helpers.ts';
import { isMasked } from '../popup/this-build.ts';
import { waitForBadge } from '../rotation/rotating.ts';
import { accountKey, store, stored } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import { alarms, createdAt, openAgeing } from './ageing.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const ownZone = process.env.TZ;
afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

/** A zone without summer time in which it is `hour` o'clock now. */
function zoneWhereItIs(hour: number): string {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  // POSIX counts to the west.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** Where it is early, 89 and a half days ago was 90 days ago by the calendar, and where it is late, 89. */
const halfADayBeforeDue = () => Date.now() - 89.5 * dayMs;
const early = zoneWhereItIs(5);
const late = zoneWhereItIs(19);

it('counts the days of the time zone that the person is in, wherever they travel', async () => {
  process.env.TZ = late;
  await using desk = await openAgeing();
  await createdAt(desk, halfADayBeforeDue());
  const popup = await openKnowing(desk);
  await popup.waitForText(saying('reminder_approaching'));
  await popup.waitForText(saying('age_created_other', 89));
  await waitForBadge(desk, '');
  // The page alone, as the browser follows the system at once and a worker that runs does not.
  await popup.page.emulateTimezone(early);
  await popup.page.reload();
  await popup.waitForText(saying('reminder_overdue'));
  await popup.waitForText(saying('age_created_other', 90));
  await popup.close();

  process.env.TZ = early;
  await desk.restart();
  await waitForBadge(desk, '!');
  const there = await openAgain(desk);
  await there.waitForText(saying('reminder_overdue'));
  await there.click('Snooze');
  await there.click('1 day');
  await there.waitForText(saying('reminder_snoozed'));
  await waitForBadge(desk, '');
  await there.close();

  process.env.TZ = late;
  await desk.restart();
  const back = await openAgain(desk);
  // Until the day begins where it was snoozed: 19 hours from then.
  await back.waitForText(saying('reminder_snoozed'));
  await waitForBadge(desk, '');
  expect(await sinceOf(desk)).toBeLessThan(Date.now() - 89 * dayMs);
  expect(desk.log.complaints()).toEqual([]);
});

it('bears a clock that was wrong when things were stored', async () => {
  await using desk = await openAgeing();
  const tenYears = 3650 * dayMs;
  // The clock was ten years ahead then.
  await createdAt(desk, Date.now() + tenYears);
  const popup = await openKnowing(desk);
  await popup.waitForText(saying('age_created_today'));
  expect(await popup.hasButton('Snooze')).toBe(false);
  await waitForBadge(desk, '');
  await until('an alarm within a day', async () => ((await alarms(desk)).get('reminder') ?? 0) <= Date.now() + dayMs);

  // And when it was snoozed: that would be silence for ten years.
  await createdAt(desk, Date.now() - 91 * dayMs);
  const { accounts } = (await stored(desk, 'local')) as {
    accounts: { byKey: Record<string, { mark: { fingerprint: string } }> };
  };
  const fingerprint = accounts.byKey[accountKey(desk)]?.mark.fingerprint;
  const snooze = { until: Date.now() + tenYears, fingerprint };
  await store(desk, 'local', { reminders: { [accountKey(desk)]: { days: 90, snooze, notify: false } } });
  await popup.waitForText(saying('reminder_overdue'));
  await waitForBadge(desk, '!');
  await popup.click('Snooze');
  await popup.click('1 day');
  await popup.waitForText(saying('reminder_snoozed'));
  await waitForBadge(desk, '');

  // It stood at its beginning.
  await createdAt(desk, 0);
  await popup.waitForText(/created 2\d{4} days ago|2\d{4} days old/);
  expect(await isMasked(desk, popup), 'it is masked').toBe(true);
  await popup.click('Copy token');
  await popup.waitForStatus(/^Copied$/);
  expect(desk.log.complaints()).toEqual([]);
});

async function sinceOf(desk: Desk): Promise<number> {
  const { accounts } = (await stored(desk, 'local')) as {
    accounts: { byKey: Record<string, { since: { at: number } }> };
  };
  return accounts.byKey[accountKey(desk)]?.since.at ?? Number.NaN;
}
