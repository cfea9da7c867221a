/** How a place's fields, what they hold and what is wrong with them are said. */

import type { Template } from '../../lib/copy/copying.ts';
import { resolveFormat } from '../../lib/copy/formats.ts';
import { t } from '../../lib/i18n.ts';
import type { ContentField } from '../../lib/places/edit.ts';
import { type DraftCode, longest, type Place } from '../../lib/places/place.ts';
import { formatName } from '../copy/format-name.ts';

const limits: Partial<Record<keyof Place, number>> = longest;

/** The sentence for what is wrong with `field`; null: with what has no field. */
export function errorText(field: keyof Place | null, code: DraftCode): string {
  return t(`place_error_${code}`, (field && limits[field]) ?? '');
}

/** What `field` of `place` holds, in words; what is empty has a word, too. */
export function valueText(place: Place, field: ContentField, templates: readonly Template[]): string {
  switch (field) {
    case 'api':
      return t(`place_api_${place.api}`);
    case 'format': {
      const isGone = resolveFormat(place.format, templates).fellBack !== null;
      return isGone ? t('place_formatGone') : formatName(place.format, templates);
    }
    case 'archived':
      return t(place.archived ? 'place_archived_yes' : 'place_archived_no');
    default:
      return place[field] || t('place_nothing');
  }
}
