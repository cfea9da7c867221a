// @vitest-environment node
/** The reminder at work: an alarm for the next turn, and a notification where it was asked for and may be. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { remind, reminderAlarm } from '../../../../lib/coordinator/remind.ts';
import { defaultReminder, nextChangeAt, type Reminder, snooze } from '../../../../lib/reminder.ts';
import { accountsItem, notifiedItem, remindersItem } from '../../../../lib/state/items.ts';
import { accountOf, knowOther, later, otherKey, seen } from '../support/around.ts';
import { key, knowAccount, next, startBackground, token } from '../support/background.ts';
import type { FakeTabs } from '../support/fake-tabs.ts';
import { newToken } from '../support/pages.ts';
import { markOfToken, noon } from '../support/stored.ts';
import { fakeTexts } from '../support/texts.ts';

const day = 86_400_000;
let tabs: FakeTabs;
beforeEach(async () => {
  const background = startBackground();
  tabs = background.tabs;
  tabs.allowed.add('notifications');
  fakeTexts();
  await knowAccount();
  return background.end;
});

const alarm = async () => (await fakeBrowser.alarms.get(reminderAlarm))?.scheduledTime ?? null;
const remindBy = (changes: Partial<Reminder>, of = key) =>
  remindersItem.set({ [of]: { ...defaultReminder, ...changes } });
const shown = () => Object.values(fakeBrowser.notifications.getAllCreateOptions());
/** The token's age counts from `days` ago. */
async function aged(days: number): Promise<void> {
  const { current, byKey } = await accountsItem.get();
  const account = await accountOf();
  const since = { at: Date.now() - days * day, how: 'created' } as const;
  if (account) await accountsItem.set({ current, byKey: { ...byKey, [key]: { ...account, since } } });
}
const turnOf = async (changes: Partial<Reminder> = {}) => {
  const account = await accountOf();
  return account ? nextChangeAt(account, { ...defaultReminder, ...changes }, Date.now()) : null;
};
const remindAsNewWorker = async () => {
  vi.resetModules();
  const { remind: remindAnew } = await import('../../../../lib/coordinator/remind.ts');
  await remindAnew();
};

describe('the alarm', () => {
  it('is set for the next turn of the age', async () => {
    await aged(82);
    await remind();
    expect(await alarm()).toBe(await turnOf());
    expect((await alarm()) ?? 0).toBeGreaterThan(noon);
  });

  it('is at most a day ahead', async () => {
    await aged(1);
    await remind();
    expect(await alarm()).toBe(noon + day);
  });

  it('is set again at each start', async () => {
    await aged(1);
    await remind();
    await fakeBrowser.alarms.clearAll();
    later(3_600_000);
    await remindAsNewWorker();
    expect(await alarm()).toBe(noon + 3_600_000 + day);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the token is overdue already', () => aged(91)],
    ['none is wanted', () => remindBy({ days: null })],
    ['there is no token', () => knowAccount(null)],
    ['no account is known', () => accountsItem.set({ current: null, byKey: {} })],
  ])('is none where %s', async (_, happens) => {
    await happens();
    fakeBrowser.alarms.create(reminderAlarm, { when: noon });
    await remind();
    expect(await alarm()).toBeNull();
  });

  it('is set for the end of a snooze', async () => {
    await aged(91);
    const reminder = snooze(defaultReminder, (await markOfToken(token)).fingerprint, noon, 1);
    await remindersItem.set({ [key]: reminder });
    await remind();
    expect(await alarm()).toBe(reminder.snooze?.until);
  });

  it('is set for whichever account turns first', async () => {
    await aged(91);
    await knowOther(newToken());
    await remindBy({ days: 8 }, otherKey);
    await remind();
    const other = await accountOf(otherKey);
    const turn = other && nextChangeAt(other, { ...defaultReminder, days: 8 }, noon);
    expect([await alarm(), (turn ?? 0) <= noon + day]).toEqual([turn, true]);
  });

  it('is set also where the notification fails', async () => {
    await aged(84);
    await remindBy({ notify: true });
    vi.spyOn(fakeBrowser.notifications, 'create').mockRejectedValue(new Error('no') as never);
    await expect(remind()).rejects.toThrow('no');
    expect(await alarm()).not.toBeNull();
  });
});

describe('a notification', () => {
  it.each<[string, number, string]>([
    ['approaching', 84, 'Time to change the API token soon'],
    ['overdue', 90, 'Time to change the API token'],
  ])('says what is so: %s', async (_, days, title) => {
    await aged(days);
    await remindBy({ notify: true });
    await remind();
    expect(shown()).toEqual([
      {
        type: 'basic',
        iconUrl: fakeBrowser.runtime.getURL('/icon-128.png' as never),
        title,
        message: `olivia@acme.example: the token is ${days} days old. SnapEngage tokens do not expire; this is your own reminder.`,
      },
    ]);
    const written = JSON.stringify([await fakeBrowser.notifications.getAll(), shown()]);
    expect([written.includes(token), written.includes(token.slice(-4))]).toEqual([false, false]);
  });

  it('speaks of the token where the account has no name', async () => {
    await aged(90);
    const { current, byKey } = await accountsItem.get();
    const account = await accountOf();
    if (account) await accountsItem.set({ current, byKey: { ...byKey, [key]: { ...account, label: null } } });
    await remindBy({ notify: true });
    await remind();
    expect(shown()).toMatchObject([{ message: expect.stringMatching(/^API token: /) as string }]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['it was not asked for', () => remindBy({})],
    ['it may not be', async () => [await remindBy({ notify: true }), tabs.allowed.clear()]],
    ['the reminder is off', () => remindBy({ notify: true, days: null })],
    ['the token is fine', () => remindBy({ notify: true, days: 100 })],
    [
      'it is snoozed',
      async () =>
        remindersItem.set({
          [key]: snooze({ ...defaultReminder, notify: true }, (await markOfToken(token)).fingerprint, noon, 7),
        }),
    ],
    ['only another account’s was asked for', () => remindBy({ notify: true }, otherKey)],
  ])('is none where %s', async (_, happens) => {
    await aged(91);
    await happens();
    await remind();
    expect(shown()).toEqual([]);
  });

  describe('comes', () => {
    const create = () => vi.spyOn(fakeBrowser.notifications, 'create');
    beforeEach(async () => {
      await aged(84);
      await remindBy({ notify: true });
    });

    it('once, however often that is looked at', async () => {
      const created = create();
      await Promise.all([remind(), remind()]);
      await remind();
      await remindAsNewWorker();
      later(day);
      await remind();
      expect(created).toHaveBeenCalledOnce();
    });

    it('once more when it is overdue', async () => {
      const created = create();
      await remind();
      later(7 * day);
      await remind();
      await remind();
      expect(created.mock.calls.map(([, options]) => (options as unknown as { title: string }).title)).toEqual([
        'Time to change the API token soon',
        'Time to change the API token',
      ]);
    });

    it('for the next token as well', async () => {
      const created = create();
      await remind();
      await seen(next);
      await aged(84);
      await remind();
      expect(created).toHaveBeenCalledTimes(2);
      expect(Object.keys(await fakeBrowser.notifications.getAll())).toHaveLength(2);
    });

    it('when it may be, where it could not be before', async () => {
      const created = create();
      tabs.allowed.clear();
      await remind();
      expect([created.mock.calls.length, await notifiedItem.get()]).toEqual([0, {}]);
      tabs.allowed.add('notifications');
      await remind();
      expect(created).toHaveBeenCalledOnce();
    });

    it('for each account that asked for it', async () => {
      await knowOther(newToken());
      const { current, byKey } = await accountsItem.get();
      const other = byKey[otherKey];
      const since = { at: noon - 90 * day, how: 'seen' } as const;
      if (other) await accountsItem.set({ current, byKey: { ...byKey, [otherKey]: { ...other, since } } });
      const reminder = { ...defaultReminder, notify: true };
      await remindersItem.set({ [key]: reminder, [otherKey]: reminder });
      await remind();
      expect(shown().map(({ message }) => message?.split(':')[0])).toEqual([
        'olivia@acme.example',
        'max@other.example',
      ]);
    });
  });
});
