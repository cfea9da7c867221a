/** Times, durations and tokens as every export writes them: the same in all languages, and clear without a context. */
import type { TokenMark } from '../state/schemas.ts';
import { formatFingerprint } from '../token.ts';

const minuteMs = 60_000;

/** Minutes that local time is ahead of UTC at a moment (epoch ms). */
export type OffsetAt = (at: number) => number;

/** The offset of the time zone of this computer. */
export const localOffset: OffsetAt = (at) => -new Date(at).getTimezoneOffset();

/** `2026-05-05T07:00:12.345Z` for `at` (epoch ms); a number that is no date is written as it is. */
export function utcTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at.toString() : date.toISOString();
}

/** `UTC+02:00`. The letters in front also keep spreadsheets from taking it for a formula. */
export function offsetName(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const twoDigits = (value: number) => value.toString().padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(rest)}`;
}

/** `2026-05-05 09:00:12 UTC+02:00` for `at` (epoch ms); a number that is no date is written as it is. */
export function localTime(at: number, offsetAt: OffsetAt): string {
  const offset = offsetAt(at);
  const shifted = new Date(at + offset * minuteMs);
  if (Number.isNaN(shifted.getTime())) return at.toString();
  return `${shifted.toISOString().slice(0, 19).replace('T', ' ')} ${offsetName(offset)}`;
}

/** `1 h 4 min 9 s` for a duration in ms; whole seconds, units that are nothing left out. The units are SI's. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const written = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value} ${unit}`);
  return written.length === 0 ? '0 s' : written.join(' ');
}

/** `a91f 03bc (3f9a)`: fingerprint and last 4, in one cell that no spreadsheet takes for a number; `''` for no token. */
export function markText(mark: TokenMark | null): string {
  if (mark === null) return '';
  const fingerprint = formatFingerprint(mark.fingerprint);
  return mark.lastFour === null ? fingerprint : `${fingerprint} (${mark.lastFour})`;
}
