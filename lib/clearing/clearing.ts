/**
 * Clearing the clipboard some time after a copy (product.md, 6): what is pending, when it is due, what is done then.
 * Pure: the state is `Pending | null`, stored by the caller after each step. What is stored says nothing of the token.
 */
import * as z from 'zod/mini';
import { clockTolerance } from '../clock.ts';
import { newId } from '../new-id.ts';

/** The delays to choose from, in seconds. */
export const clearingChoices = [15, 30, 60, 120, 300] as const;
const secondsSchema = z.literal([...clearingChoices]);
export type ClearingSeconds = z.infer<typeof secondsSchema>;

/** `seconds` null: off, as it is until somebody chooses. */
export const clearingSettingsSchema = z.object({ seconds: z.nullable(secondsSchema) });
export type ClearingSettings = z.infer<typeof clearingSettingsSchema>;
export const clearingOff: ClearingSettings = { seconds: null };

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

/** The clear that follows a copy of `text` at `now` (epoch ms). It takes the place of any other: the newest copy counts. */
export async function arm(text: string, seconds: ClearingSeconds, now: number): Promise<Pending> {
  const salt = newId();
  return { armedAt: now, deadline: now + seconds * 1000, hash: await hashOf(salt, text), salt };
}

/**
 * What is pending without `meant`: for Keep, and once `meant` has been cleared or left. A newer copy that has re-armed
 * it meanwhile, in another window, stays.
 */
export function drop(pending: Pending | null, meant: Pending): Pending | null {
  return pending?.salt === meant.salt ? null : pending;
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

/** Whether the clipboard still holds what `pending` was armed for. */
export async function matches({ salt, hash }: Pending, clipboardText: string): Promise<boolean> {
  return (await hashOf(salt, clipboardText)) === hash;
}

/** What reading the clipboard gave; `denied`: the optional `clipboardRead` is not granted, or the read failed. */
export type ClipboardLook = 'denied' | { text: string };

/**
 * What to do about `pending` at `now`:
 * - `wait`: it is not due; look again in `dueIn`. Nothing needs to be read before.
 * - `clear`: it is due, and the clipboard still holds our value. Then `drop`.
 * - `leave`: it is due, but something else is there, which is not ours to wipe; or it cannot be told what is there.
 *   The promise is to clear *only if* it still holds our value, and "may be" is not "does": what the person has copied
 *   since would be lost without a word. Then `drop`, and where it was `denied`, say that nothing was cleared.
 *   So clearing is only to be switched on together with `clipboardRead`. *Clear now* is the person's own word, and
 *   clears without asking here.
 */
export async function decide(asked: {
  pending: Pending;
  now: number;
  read: ClipboardLook;
}): Promise<'clear' | 'leave' | 'wait'> {
  const { pending, now, read } = asked;
  if (dueIn(pending, now) > 0) return 'wait';
  return read !== 'denied' && (await matches(pending, read.text)) ? 'clear' : 'leave';
}

/** Windows gives lines back with CR LF, whatever they were copied with: line ends do not count. */
async function hashOf(salt: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(salt + text.replaceAll(/\r\n?/g, '\n'));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
