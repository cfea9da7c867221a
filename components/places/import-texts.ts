/** What is said of a file that is imported, and of its rows. */
import { t } from '../../lib/i18n.ts';
import { type FileFailure, largestFile } from '../../lib/places/exchange.ts';
import type { Refusal } from '../../lib/places/import-row.ts';
import { mostPlaces } from '../../lib/places/place.ts';
import { errorText } from './place-texts.ts';

/** Why a file could not be read, and what to do about it. */
export function failureText(failure: FileFailure | 'notRead'): string {
  return t(`placesFile_not_${failure}`, largestFile / 1024 ** 2);
}

/** Which row cannot be imported, counted from 1, and why. */
export function refusalText({ index, field, code }: Refusal): string {
  const why = whyText(field, code);
  if (field === null) return t('placesFile_refusedRow', index + 1, why);
  return t('placesFile_refusedField', index + 1, t(`place_${field}`), why);
}

function whyText(field: Refusal['field'], code: Refusal['code']): string {
  switch (code) {
    case 'wrongType':
    case 'notAnObject':
    case 'duplicateId':
      return t(`placesFile_${code}`);
    case 'tooMany':
      return t('placesFile_noRoom', mostPlaces);
    default:
      return errorText(field, code);
  }
}
