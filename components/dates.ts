/** Times as people read them, in the language of the texts. All take epoch ms. */
import { t } from '../lib/i18n.ts';

/** A day: "5 Mar 2026" as the language writes it. */
export function dayOf(at: number): string {
  return new Intl.DateTimeFormat(t('locale'), { dateStyle: 'medium' }).format(at);
}

/** A time of day to the second, for what has only just been started or asked. */
export function secondOf(at: number): string {
  return new Intl.DateTimeFormat(t('locale'), { timeStyle: 'medium' }).format(at);
}

/** The time of day where `at` is on the same day as `now`, the day otherwise. */
export function momentOf(at: number, now: number): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return sameDay ? new Intl.DateTimeFormat(t('locale'), { timeStyle: 'short' }).format(at) : dayOf(at);
}

/** How long ago something was, in whole minutes: "just now", "3 minutes ago". `ms` is at most an hour or so. */
export function agoOf(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return t('justNow');
  return new Intl.RelativeTimeFormat(t('locale')).format(-minutes, 'minute');
}
