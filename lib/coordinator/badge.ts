/** The badge on the toolbar button: a function of what is stored. */
import { browser } from '../browser.ts';
import { t, tn } from '../i18n.ts';
import { ageState, defaultReminder } from '../reminder.ts';
import { leftOf } from '../rotation/clock.ts';
import { openRotation, type Rotation } from '../rotation/rotation.ts';
import { currentAccount } from '../state/desk.ts';
import { accountsItem, remindersItem, rotationsItem } from '../state/items.ts';
import { own } from '../state/own.ts';
import type { Account } from '../state/schemas.ts';

export interface Badge {
  /** Empty: no badge. */
  text: string;
  /** What it stands for, as the button's title. */
  title: string;
}

/** What `account` is to be reminded of at `now` (epoch ms): places that still have the old token, else an overdue one. */
export function badgeOf(
  account: Account | null,
  rotation: Rotation | null,
  reminder = defaultReminder,
  now = Date.now(),
): Badge {
  const left = rotation ? leftOf(rotation) : 0;
  if (left > 0) return { text: String(Math.min(left, 999)), title: tn('badge_left', left) };
  const isOverdue = account !== null && ageState(account, reminder, now).kind === 'overdue';
  return isOverdue ? { text: '!', title: t('badge_overdue') } : { text: '', title: t('actionTitle') };
}

/** Draws the badge of the current account. */
export async function drawBadge(): Promise<void> {
  const [accounts, rotations, reminders] = await Promise.all([
    accountsItem.get(),
    rotationsItem.get(),
    remindersItem.get(),
  ]);
  const account = currentAccount(accounts);
  const key = account?.key ?? '';
  const badge = badgeOf(account, openRotation(rotations, key), own(reminders, key) ?? undefined);
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setTitle({ title: badge.title }),
    browser.action.setBadgeBackgroundColor({ color: badge.text === '!' ? '#8a5300' : '#1a5cc8' }),
  ]);
}
