/** What a check said, in words, with its time. */
import { type CheckResult, worthOf } from '../../lib/check/check.ts';
import type { CannotTell } from '../../lib/check/verdict.ts';
import { t } from '../../lib/i18n.ts';
import type { TokenMark } from '../../lib/state/schemas.ts';
import { agoOf, momentOf } from '../dates.ts';

/** What `result` says at `now` (epoch ms) of the token with `mark`; nothing where it is of another token. */
export function checkText(result: CheckResult | null, mark: TokenMark, now: number): string {
  const worth = result && worthOf(result, mark, now);
  if (!result || !worth || worth.kind === 'otherToken') return t('check_none');
  const { verdict, at } = result;
  if (worth.kind === 'fresh') {
    const ago = agoOf(worth.ageMs);
    return verdict.kind === 'cannotTell'
      ? t('check_cannotTell', ago, cannotTellText(verdict.why))
      : t(`check_${verdict.kind}`, ago);
  }
  const when = momentOf(at, now);
  return verdict.kind === 'cannotTell'
    ? t('check_cannotTell_stale', when, cannotTellText(verdict.why))
    : t(`check_${verdict.kind}_stale`, when);
}

/** Why a check could not tell, in a sentence. */
export function cannotTellText(why: CannotTell): string {
  return t(`cannotTell_${why}`);
}
