/** The owner's reminder at work: an alarm for the next turn, a notification where it was asked for. */

import { daysBetween } from '../age.ts';
import { browser } from '../browser.ts';
import { t, tn } from '../i18n.ts';
import { type AgeState, ageState, defaultReminder, nextChangeAt } from '../reminder.ts';
import { changeStored } from '../state/change.ts';
import { accountsItem, notifiedItem, remindersItem } from '../state/items.ts';
import { own } from '../state/own.ts';
import type { Account } from '../state/schemas.ts';

/** Name of the alarm at which an account's age turns. */
export const reminderAlarm = 'reminder';
/** No alarm is set further off than this (ms): clocks and time zones change meanwhile. */
const longestWait = 86_400_000;

/** Sets the alarm for the next turn of any account's age, and notifies of what has turned. */
export async function remind(): Promise<void> {
  const [{ byKey }, reminders] = await Promise.all([accountsItem.get(), remindersItem.get()]);
  const now = Date.now();
  const all = Object.values(byKey).map((account) => ({
    account,
    reminder: own(reminders, account.key) ?? defaultReminder,
  }));
  const turns = all.map(({ account, reminder }) => nextChangeAt(account, reminder, now) ?? Number.POSITIVE_INFINITY);
  const next = Math.min(...turns);
  if (next === Number.POSITIVE_INFINITY) await browser.alarms.clear(reminderAlarm);
  else await browser.alarms.create(reminderAlarm, { when: Math.min(next, now + longestWait) });
  for (const { account, reminder } of all)
    if (reminder.notify) await notify(account, ageState(account, reminder, now).kind, now);
}

/** Notifies once of each token, and once more when it is overdue. */
async function notify({ key, mark, label, since }: Account, state: AgeState['kind'], now: number): Promise<void> {
  if (!mark || (state !== 'approaching' && state !== 'overdue')) return;
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const { fingerprint } = mark;
  let isNew = false;
  await changeStored(notifiedItem, (all) => {
    const last = own(all, key);
    isNew = last?.fingerprint !== fingerprint || last.state !== state;
    return isNew ? { ...all, [key]: { fingerprint, state } } : all;
  });
  if (!isNew) return;
  await browser.notifications.create(`${reminderAlarm} ${fingerprint}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon-128.png'),
    title: t(`notification_${state}`),
    message: tn('notification_text', daysBetween(since.at, now), label ?? t('title')),
  });
}
