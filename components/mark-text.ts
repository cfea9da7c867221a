/** How a token is called where it is not shown. */
import { t } from '../lib/i18n.ts';
import type { TokenMark } from '../lib/state/schemas.ts';
import { formatFingerprint } from '../lib/token.ts';

/** "…3f9a", its fingerprint where the last four may not be shown, or "no token" for null. */
export function markText(mark: TokenMark | null): string {
  if (mark === null) return t('mark_none');
  return mark.lastFour === null ? formatFingerprint(mark.fingerprint) : t('mark_lastFour', mark.lastFour);
}
