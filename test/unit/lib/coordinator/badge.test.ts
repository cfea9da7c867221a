// @vitest-environment node
/** The badge: what is left to do, else an overdue token, else nothing; of the account that is shown. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { badgeOf, drawBadge } from '../../../../lib/coordinator/badge.ts';
import { followRotations } from '../../../../lib/coordinator/rotations.ts';
import { defaultReminder, type Reminder, snooze } from '../../../../lib/reminder.ts';
import { accountsItem, remindersItem } from '../../../../lib/state/items.ts';
import type { Account } from '../../../../lib/state/schemas.ts';
import { idOf, place } from '../places/support.ts';
import {
  accountOf,
  begun,
  knowOther,
  led,
  listPlaces,
  operated,
  otherKey,
  rotationOf,
  tick,
} from '../support/around.ts';
import { key, knowAccount, next, startBackground, token } from '../support/background.ts';
import { newToken } from '../support/pages.ts';
import { markOfToken, noon } from '../support/stored.ts';
import { fakeTexts } from '../support/texts.ts';

const day = 86_400_000;
const idle = ['', 'Token Desk for SnapEngage'];
const overdue = ['!', 'Token Desk: the token is overdue by your own reminder'];
beforeEach(async () => {
  const { end } = startBackground();
  fakeTexts();
  await knowAccount();
  return end;
});

/** Text and title as the browser has them. */
async function drawn(): Promise<string[]> {
  await drawBadge();
  return [await fakeBrowser.action.getBadgeText({}), await fakeBrowser.action.getTitle({})];
}
const color = async () => fakeBrowser.action.getBadgeBackgroundColor({});
/** The token's age counts from `days` ago. */
async function aged(days: number): Promise<Account | undefined> {
  const { current, byKey } = await accountsItem.get();
  const account = await accountOf();
  const since = { at: noon - days * day, how: 'created' } as const;
  if (account) await accountsItem.set({ current, byKey: { ...byKey, [key]: { ...account, since } } });
  return accountOf();
}
const replace = async () => {
  await begun('emergency');
  await operated(next);
  await followRotations();
};

it('is none where there is nothing to do', async () => {
  expect(await drawn()).toEqual(idle);
});

it('is none where no account is known', async () => {
  await accountsItem.set({ current: null, byKey: {} });
  expect(await drawn()).toEqual(idle);
});

describe('what is left', () => {
  it('is counted from when the old token is dead, and goes with the last place', async () => {
    await listPlaces();
    await begun('emergency');
    expect(await drawn()).toEqual(idle);
    await operated(next);
    await followRotations();
    expect(await drawn()).toEqual(['2', 'Token Desk: 2 places still have the old token']);
    await led(tick(1));
    expect(await drawn()).toEqual(['1', 'Token Desk: 1 place still has the old token']);
    await led({ type: 'skip', place: idOf(2), reason: 'Retired' });
    expect(await drawn()).toEqual(idle);
  });

  it('goes when the rotation is closed', async () => {
    await listPlaces();
    await replace();
    await led({ type: 'abandon' });
    expect(await drawn()).toEqual(idle);
  });

  it('is worth more than that the token is overdue', async () => {
    await listPlaces([place(1)]);
    await replace();
    await remindersItem.set({ [key]: { ...defaultReminder, days: 1 } });
    await aged(9);
    expect((await drawn())[0]).toBe('1');
  });

  it('is another account’s where that is shown', async () => {
    await listPlaces();
    await replace();
    await knowOther(newToken());
    const { byKey } = await accountsItem.get();
    await accountsItem.set({ current: otherKey, byKey });
    expect(await drawn()).toEqual(idle);
  });

  it('has room for three digits', async () => {
    await listPlaces([place(1)]);
    await replace();
    const rotation = await rotationOf();
    const [item] = rotation?.items ?? [];
    if (!rotation || !item) throw new Error('No rotation.');
    const many = { ...rotation, items: Array.from({ length: 1_200 }, () => item) };
    expect(badgeOf(null, many).text).toBe('999');
  });
});

describe('an overdue token', () => {
  it.each<[string, number, Partial<Reminder>, string[]]>([
    ['89 days old', 89, {}, idle],
    ['90 days old', 90, {}, overdue],
    ['90 days old, where 91 are set', 90, { days: 91 }, idle],
    ['90 days old, where none is wanted', 90, { days: null }, idle],
  ])('%s', async (_, days, changes, badge) => {
    await aged(days);
    await remindersItem.set({ [key]: { ...defaultReminder, ...changes } });
    expect(await drawn()).toEqual(badge);
  });

  it('is one by the usual reminder where none was set', async () => {
    await aged(90);
    expect(await drawn()).toEqual(overdue);
  });

  it('is silent while it is snoozed, for just this token', async () => {
    await aged(90);
    await remindersItem.set({ [key]: snooze(defaultReminder, (await markOfToken(token)).fingerprint, noon, 7) });
    expect(await drawn()).toEqual(idle);
    await remindersItem.set({ [key]: snooze(defaultReminder, (await markOfToken(next)).fingerprint, noon, 7) });
    expect(await drawn()).toEqual(overdue);
  });

  it('of another account is not shown', async () => {
    await aged(90);
    await knowOther(newToken());
    await accountsItem.set({ ...(await accountsItem.get()), current: otherKey });
    expect(await drawn()).toEqual(idle);
  });

  it('is told apart by its colour from what is left', async () => {
    await aged(90);
    await drawBadge();
    const forAge = await color();
    await listPlaces();
    await replace();
    await drawBadge();
    expect(await color()).not.toEqual(forAge);
  });
});
