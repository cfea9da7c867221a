/**
 * Clearing the clipboard some time after a copy (product.md, 6): what is pending, when it is due, what is done then.
 * Pure: the state is `Pending | null`, stored by the caller after each step. What is stored says nothing of the token.
 */
import * as z from 'zod/mini';
import { clockTolerance } from '../clock.ts';
import { type Clip, clipHash } from './clip.ts';

/** The delays to choose from, in seconds. */
export const clearingChoices = [15, 30, 60, 120, 300] as const;
const secondsSchema = z.literal([...clearingChoices]);
export type ClearingSeconds = z.infer<typeof secondsSchema>;

/** `seconds` null: off, as it is until somebody chooses. `offered`: it was offered after a copy, and is not again. */
export const clearingSettingsSchema = z.object({ seconds: z.nullable(secondsSchema), offered: z.boolean() });
export type ClearingSettings = z.infer<typeof clearingSettingsSchema>;
export const clearingOff: ClearingSettings = { seconds: null, offered: false };

const time = z.int().check(z.nonnegative());
/** A clear that is to come. The salt is made anew by each copy: without the text, no two hashes can be compared. */
export const pendingSchema = z.object({
  armedAt: time,
  deadline: time,
  /** SHA-256 over salt + text, in hex. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
});
export type Pending = z.infer<typeof pendingSchema>;

/** Alarms are never shorter, in ms: https://developer.chrome.com/docs/extensions/reference/api/alarms. */
const shortestAlarm = 30_000;
const longestDelay = Math.max(...clearingChoices) * 1000;

/** The clear that follows a copy of `clip` at `now` (epoch ms). It takes the place of any other: the newest copy counts. */
export function arm({ salt, hash }: Clip, seconds: ClearingSeconds, now: number): Pending {
  return { armedAt: now, deadline: now + seconds * 1000, salt, hash };
}

/**
 * What is pending without the clear with `salt`: for Keep, and once it has been cleared or left. A newer copy that has
 * re-armed it meanwhile, in another window, stays.
 */
export function drop(pending: Pending | null, salt: string): Pending | null {
  return pending?.salt === salt ? null : pending;
}

/**
 * Ms from `now` until `pending` is due; 0: it is. Never more than the chosen delay, whatever the clock did. If it was
 * set back by more than a minute, nobody knows how long ago the copy was: it is due at once, rather than put off by
 * every look until the clock has caught up.
 */
export function dueIn({ armedAt, deadline }: Pending, now: number): number {
  if (now < armedAt - clockTolerance) return 0;
  const chosen = Math.min(deadline - armedAt, longestDelay);
  return Math.max(0, Math.min(deadline - now, chosen));
}

/**
 * When (epoch ms) to set the alarm for `pending`. It stands in for the timer of the open page, which is on time: where
 * less than 30 s are left, the alarm comes after it.
 */
export function alarmAt(pending: Pending, now: number): number {
  return now + Math.max(shortestAlarm, dueIn(pending, now));
}

/** Whether `clipboardText` is what was copied then. */
export async function matches({ salt, hash }: Clip, clipboardText: string): Promise<boolean> {
  return (await clipHash(salt, clipboardText)) === hash;
}
