/** Why a rotation does not take what the person asked of it, in a sentence. */
import { t } from '../../lib/i18n.ts';
import type { RefusalCode } from '../../lib/rotation/events.ts';
import { longestReason, longestSkipReason } from '../../lib/rotation/rotation.ts';

/** The sentence for `code`; of a skip the reason has to be shorter than of a rotation. */
export function refusalText(code: RefusalCode, of: 'rotation' | 'skip' = 'rotation'): string {
  switch (code) {
    case 'reasonTooLong':
      return t('rotationRefused_reasonTooLong', of === 'skip' ? longestSkipReason : longestReason);
    case 'reasonMissing':
    case 'reasonNotPlain':
    case 'reasonLooksLikeASecret':
    case 'operationOpen':
    case 'placesOpen':
      return t(`rotationRefused_${code}`);
    default:
      return t('rotationRefused_movedOn');
  }
}
