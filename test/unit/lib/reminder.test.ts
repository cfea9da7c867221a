// @vitest-environment node
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { daysBetween } from '../../../lib/age.ts';
import {
  type Aged,
  ageState,
  checkReminderDraft,
  defaultReminder,
  nextChangeAt,
  type Reminder,
  reminderSchema,
  type SnoozeDays,
  snooze,
  snoozeDays,
} from '../../../lib/reminder.ts';

const home = process.env.TZ;
afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

const mark = { fingerprint: 'a1b2c3d4', lastFour: null };
const at = (...[year, month, ...rest]: [number, number, ...number[]]) => new Date(year, month, ...rest).getTime();
const since = (...moment: [number, number, ...number[]]): Aged => ({ mark, since: { at: at(...moment), how: 'seen' } });
const kindAt = (account: Aged, reminder: Reminder, now: number) => ageState(account, reminder, now).kind;
const until = (moment: number, fingerprint = mark.fingerprint): Reminder => ({
  ...defaultReminder,
  snooze: { until: moment, fingerprint },
});

/** Seen on 5 January at 15:00: due, after 90 days, on 5 April; approaching from 29 March. */
const account = since(2026, 0, 5, 15);

describe('a token of 5 January with the usual 90 days', () => {
  it.each([
    ['on its day', [2026, 0, 5, 15], 'fine'],
    ['eight days before', [2026, 2, 28, 23, 59], 'fine'],
    ['seven days before', [2026, 2, 29, 0, 0], 'approaching'],
    ['the evening before', [2026, 3, 4, 23, 59], 'approaching'],
    ['on the day', [2026, 3, 5, 0, 0], 'overdue'],
    ['years later', [2031, 0, 1], 'overdue'],
    ['with the clock set back', [2020, 0, 1], 'fine'],
  ] as const)('is %s: %o %s', (_, [year, month, ...rest], kind) => {
    const now = at(year, month, ...rest);
    expect(ageState(account, defaultReminder, now)).toEqual({ kind, dueAt: at(2026, 3, 5) });
  });

  it.each([
    ['on its day', [2026, 0, 5, 15], [2026, 2, 29]],
    ['a millisecond before it approaches', [2026, 2, 28, 23, 59, 59, 999], [2026, 2, 29]],
    ['when it approaches', [2026, 2, 29], [2026, 3, 5]],
    ['with the clock set back', [2020, 0, 1], [2026, 2, 29]],
  ] as const)('changes next, asked %s, at the right midnight', (_, [y, m, ...rest], [year, month, day]) => {
    expect(nextChangeAt(account, defaultReminder, at(y, m, ...rest))).toBe(at(year, month, day));
  });

  it('changes no more once it is overdue', () => {
    expect(nextChangeAt(account, defaultReminder, at(2026, 3, 5))).toBeNull();
  });
});

it.each([
  ['is switched off', account, { ...defaultReminder, days: null }],
  ['has no token to be about', { ...account, mark: null }, defaultReminder],
])('says nothing where it %s', (_, aged, reminder) => {
  expect(ageState(aged, reminder, at(2031, 0, 1))).toEqual({ kind: 'off' });
  expect(nextChangeAt(aged, reminder, at(2020, 0, 1))).toBeNull();
});

it('is approaching from the first day where it is due within a week', () => {
  const weekly = { ...defaultReminder, days: 7 };
  expect(kindAt(account, weekly, at(2026, 0, 5, 15))).toBe('approaching');
  expect(kindAt(account, weekly, at(2026, 0, 12))).toBe('overdue');
  expect(kindAt(account, { ...defaultReminder, days: 1 }, at(2026, 0, 6))).toBe('overdue');
});

describe('snoozed', () => {
  const now = at(2026, 3, 10, 18, 30);

  it.each([
    [1, at(2026, 3, 11)],
    [7, at(2026, 3, 17)],
    [30, at(2026, 4, 10)],
  ] as const)('for %i days, is silent until that day begins', (days, end) => {
    const reminder = snooze(defaultReminder, mark.fingerprint, now, days);
    expect(reminderSchema.parse(reminder)).toEqual(until(end));
    expect(ageState(account, reminder, now)).toEqual({ kind: 'snoozed', until: end });
    expect(nextChangeAt(account, reminder, now)).toBe(end);
    expect(kindAt(account, reminder, end - 1)).toBe('snoozed');
    expect(kindAt(account, reminder, end)).toBe('overdue');
  });

  it('covers what it was not snoozed for, becoming due', () => {
    const approaching = at(2026, 3, 4, 12);
    const reminder = snooze(defaultReminder, mark.fingerprint, approaching, 7);
    expect(kindAt(account, reminder, at(2026, 3, 6))).toBe('snoozed');
    expect(kindAt(account, reminder, at(2026, 3, 11))).toBe('overdue');
  });

  it('silences nothing where there is nothing to silence', () => {
    expect(kindAt(account, until(at(2026, 2, 1)), at(2026, 1, 20))).toBe('fine');
  });

  it('ends with the token it was for', () => {
    const reminder = snooze(defaultReminder, mark.fingerprint, now, 30);
    const next = { ...account, mark: { fingerprint: 'ffffffff', lastFour: null } };
    expect(kindAt(next, reminder, now)).toBe('overdue');
    expect(kindAt({ ...since(2026, 3, 10), mark: next.mark }, reminder, now)).toBe('fine');
  });

  it('is not believed where only a wrong clock can have set it', () => {
    const year = 365 * 86_400_000;
    expect(kindAt(account, snooze(defaultReminder, mark.fingerprint, now + 50 * year, 7), now)).toBe('overdue');
    expect(kindAt(account, until(Number.MAX_SAFE_INTEGER), now)).toBe('overdue');
  });

  it('is believed to its end where a day of it has 25 hours', () => {
    process.env.TZ = 'Europe/Berlin';
    const night = at(2026, 9, 10, 0, 10);
    expect(kindAt(account, snooze(defaultReminder, mark.fingerprint, night, 30), night)).toBe('snoozed');
  });

  it('ends at the same moment wherever its owner travels', () => {
    process.env.TZ = 'Pacific/Kiritimati';
    const reminder = snooze(defaultReminder, mark.fingerprint, now, 30);
    const end = nextChangeAt(account, reminder, now);
    process.env.TZ = 'Pacific/Pago_Pago';
    expect(nextChangeAt(account, reminder, now)).toBe(end);
  });
});

/** Half-hour clock changes, midnights that a clock change skips, and the ends of the world. */
const zones = [
  ...['UTC', 'Europe/Berlin', 'America/Santiago', 'Asia/Beirut', 'Africa/Cairo', 'America/Havana'],
  ...['Australia/Lord_Howe', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu'],
];
const moment = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) });
const reminders = fc.record({
  days: fc.option(fc.integer({ min: 1, max: 400 })),
  snooze: fc.option(fc.record({ ago: fc.integer({ min: 0, max: 40 }), days: fc.constantFrom(...snoozeDays) })),
  age: fc.integer({ min: -30, max: 500 }),
  now: moment,
});

describe.each(zones)('in %s', (zone) => {
  function drawn({
    days,
    snooze: snoozed,
    age,
    now,
  }: { days: number | null; age: number; now: number } & {
    snooze: { ago: number; days: SnoozeDays } | null;
  }): [Aged, Reminder] {
    const plain = { ...defaultReminder, days };
    const reminder = snoozed ? snooze(plain, mark.fingerprint, now - snoozed.ago * 86_400_000, snoozed.days) : plain;
    return [{ mark, since: { at: now - age * 86_400_000, how: 'seen' } }, reminder];
  }

  it('turns at the midnight at which the age does', () => {
    process.env.TZ = zone;
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 500 * 86_400 }),
        (now, days, s) => {
          const aged: Aged = { mark, since: { at: now - s * 1_000, how: 'seen' } };
          const age = daysBetween(aged.since.at, now);
          const expected = age >= days ? 'overdue' : age >= days - 7 ? 'approaching' : 'fine';
          expect(kindAt(aged, { ...defaultReminder, days }, now)).toBe(expected);
        },
      ),
    );
  });

  it('names the next change to the millisecond', () => {
    process.env.TZ = zone;
    fc.assert(
      fc.property(reminders, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (draw, part) => {
        const [aged, reminder] = drawn(draw);
        const { now } = draw;
        const kind = kindAt(aged, reminder, now);
        const next = nextChangeAt(aged, reminder, now);
        const end = next ?? now + 2_000 * 86_400_000;
        expect(end).toBeGreaterThan(now);
        expect(kindAt(aged, reminder, now + Math.floor((end - now) * part))).toBe(kind);
        expect(kindAt(aged, reminder, end - 1)).toBe(kind);
        if (next !== null) expect(kindAt(aged, reminder, next)).not.toBe(kind);
      }),
    );
  });
});

describe('the form', () => {
  const kept = until(5);

  it.each([
    ['1', 1],
    [' 90 ', 90],
    ['3650', 3_650],
    ['0090', 90],
  ])('takes %j', (days, number) => {
    const checked = checkReminderDraft({ on: true, days, notify: true }, kept);
    expect(checked).toEqual({ ok: true, reminder: { ...kept, days: number, notify: true } });
    if (checked.ok) expect(reminderSchema.safeParse(checked.reminder).success).toBe(true);
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['ninety', 'notWhole'],
    ['90.5', 'notWhole'],
    ['9e1', 'notWhole'],
    ['0x10', 'notWhole'],
    ['90 days', 'notWhole'],
    ['Infinity', 'notWhole'],
    ['0', 'tooFew'],
    ['-0', 'tooFew'],
    ['-90', 'tooFew'],
    ['3651', 'tooMany'],
    ['9'.repeat(400), 'tooMany'],
  ])('refuses %j as %s, unless the reminder is off', (days, error) => {
    expect(checkReminderDraft({ on: true, days, notify: false }, kept)).toEqual({ ok: false, field: 'days', error });
    const off = { ok: true, reminder: { ...kept, days: null } };
    expect(checkReminderDraft({ on: false, days, notify: false }, kept)).toEqual(off);
  });
});

it.each([
  ['the usual', {}, true],
  ['off', { days: null }, true],
  ['no days', { days: 0 }, false],
  ['half days', { days: 1.5 }, false],
  ['too many days', { days: 3_651 }, false],
  ['days as text', { days: '90' }, false],
  ['a snooze for no token', { snooze: { until: 1 } }, false],
  ['a snooze for what is no fingerprint', { snooze: { until: 1, fingerprint: '' } }, false],
  ['a snooze until never', { snooze: { until: -1, fingerprint: 'a1b2c3d4' } }, false],
])('is stored with %s: %o %s', (_, changes, taken) => {
  expect(reminderSchema.safeParse({ ...defaultReminder, ...changes }).success).toBe(taken);
});
