/**
 * The owner's own reminder to change the token, which SnapEngage never asks for: its tokens do not expire. Counted in
 * calendar days of local time, as the age is (lib/age.ts), so that both turn at the same midnight.
 */
import * as z from 'zod/mini';
import type { Account } from './state/schemas.ts';
import { type Fingerprint, fingerprintShape } from './token.ts';

const fewestDays = 1;
const mostDays = 3_650;
/** So many days before it is due, the token is `approaching` that. */
const daysBefore = 7;
/** For how many days it can be snoozed. */
export const snoozeDays = [1, 7, 30] as const;
export type SnoozeDays = (typeof snoozeDays)[number];
/** The longest snooze, and a day since days may have 25 hours, in ms: further off only a wrong clock can set it. */
const farthestSnooze = (Math.max(...snoozeDays) + 1) * 86_400_000;

/** The reminder of one account. */
export const reminderSchema = z.object({
  /** After so many days it is due; null: off. */
  days: z.nullable(z.int().check(z.minimum(fewestDays), z.maximum(mostDays))),
  /** Until when it is silent, and for which token: a new token starts without. */
  snooze: z.nullable(
    z.object({ until: z.int().check(z.nonnegative()), fingerprint: z.string().check(z.regex(fingerprintShape)) }),
  ),
  /** Whether a notification is wanted as well. */
  notify: z.boolean(),
});
export type Reminder = z.infer<typeof reminderSchema>;

export const defaultReminder: Reminder = { days: 90, snooze: null, notify: false };

/** How the token stands to the reminder. Times are epoch ms. */
export type AgeState =
  /** Switched off, or there is no token to change. */
  { kind: 'off' } | { kind: 'fine' | 'approaching' | 'overdue'; dueAt: number } | { kind: 'snoozed'; until: number };

/** What the reminder needs of an account. */
export type Aged = Pick<Account, 'mark' | 'since'>;

/** How the token of `account` stands to `reminder` at `now` (epoch ms); a snooze counts for what it would silence. */
export function ageState({ mark, since }: Aged, reminder: Reminder, now: number): AgeState {
  const { days } = reminder;
  if (!mark || days === null) return { kind: 'off' };
  const dueAt = startOfDay(since.at, days);
  if (now < startOfDay(since.at, days - daysBefore)) return { kind: 'fine', dueAt };
  const { until, fingerprint } = reminder.snooze ?? { until: 0, fingerprint: null };
  const isSilent = fingerprint === mark.fingerprint && now < until && until - now <= farthestSnooze;
  if (isSilent) return { kind: 'snoozed', until };
  return { kind: now < dueAt ? 'approaching' : 'overdue', dueAt };
}

/**
 * When (epoch ms, after `now`) `ageState` will change next by itself, or null for never. Holds in the time zone of now:
 * ask again at each start, and when the alarm has come.
 */
export function nextChangeAt({ mark, since }: Aged, reminder: Reminder, now: number): number | null {
  const state = ageState({ mark, since }, reminder, now);
  if (state.kind === 'snoozed') return state.until;
  if (state.kind === 'fine') return startOfDay(state.dueAt, -daysBefore);
  return state.kind === 'approaching' ? state.dueAt : null;
}

/** `reminder` silenced for the token with `fingerprint` until the local day that begins `days` days after `now`. */
export function snooze(reminder: Reminder, fingerprint: Fingerprint, now: number, days: SnoozeDays): Reminder {
  return { ...reminder, snooze: { until: startOfDay(now, days), fingerprint } };
}

/**
 * The first moment of the local day that is `days` days after that of `at`, as epoch ms. The calendar counts, so that
 * days of 23 or 25 hours do not matter; where a clock change skips midnight, the day begins after it.
 */
function startOfDay(at: number, days: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}

export type ReminderDaysError = 'empty' | 'notWhole' | 'tooFew' | 'tooMany';

/** The reminder as it stands in a form; `days` is what was typed. */
export interface ReminderDraft {
  on: boolean;
  days: string;
  notify: boolean;
}

/** `reminder` as `draft` has it, a snooze kept; or what is wrong with its days, which do not matter where it is off. */
export function checkReminderDraft(
  draft: ReminderDraft,
  reminder: Reminder,
): { ok: true; reminder: Reminder } | { ok: false; field: 'days'; error: ReminderDaysError } {
  const { on, notify } = draft;
  const text = draft.days.trim();
  const error = on ? daysErrorOf(text) : null;
  if (error) return { ok: false, field: 'days', error };
  return { ok: true, reminder: { ...reminder, days: on ? Number(text) : null, notify } };
}

function daysErrorOf(text: string): ReminderDaysError | null {
  if (text === '') return 'empty';
  if (!/^-?\d+$/.test(text)) return 'notWhole';
  if (Number(text) < fewestDays) return 'tooFew';
  return Number(text) > mostDays ? 'tooMany' : null;
}
