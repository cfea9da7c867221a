/** What stands where outcomes are said while there are none. */
import { t } from '../lib/i18n.ts';
import type { View } from '../lib/state/desk.ts';
import type { PopupPage } from '../lib/state/schemas.ts';

/** One sentence for `page` in the state `view`, or null. */
export function hintOf(view: View, page: PopupPage): string | null {
  if (page === 'places') return t('hint_places');
  if (page === 'rotation') return t('hint_rotation');
  if (view.name === 'remembered') return t('remembered_text');
  return view.name === 'unknownOutcome' && view.looking ? t('unknownOutcome_looking') : null;
}
