/** A token as its record names it. */
import { t } from '../../lib/i18n.ts';
import { markText } from '../../lib/record/written.ts';
import type { TokenMark } from '../../lib/state/schemas.ts';

/** "a91f 03bc (3f9a)": fingerprint and last four, or "no token" for null. */
export function markLong(mark: TokenMark | null): string {
  return markText(mark) || t('mark_none');
}
