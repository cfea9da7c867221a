/** How old the current token is, in whole calendar days. SnapEngage tokens do not expire: age is for the owner's eye. */
import { t, tn } from './i18n.ts';
import type { Account } from './state/schemas.ts';

const dayMs = 86_400_000;

/** Calendar days (local time) from `at` to `now`, both epoch ms; never negative, whatever the clock did. */
export function daysBetween(at: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  // Rounded because a day with a clock change has 23 or 25 hours.
  return Math.max(0, Math.round((midnight(now) - midnight(at)) / dayMs));
}

/**
 * The age of the current token in words: "62 days old" where we saw it made, "first seen 62 days ago" where it was
 * there before us. `now` is epoch ms.
 */
export function ageOf(since: Account['since'], now: number): string {
  const days = daysBetween(since.at, now);
  if (days === 0) return t(`age_${since.how}_today`);
  return tn(`age_${since.how}`, days);
}
