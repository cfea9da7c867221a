/** The choice of a copy format: those that are always there, own templates, and the commands for secret stores. */

import type { Template } from '../../lib/copy/copying.ts';
import { fixedFormats } from '../../lib/copy/fixed-formats.ts';
import { resolveFormat } from '../../lib/copy/formats.ts';
import { storeIds } from '../../lib/copy/stores.ts';
import { t } from '../../lib/i18n.ts';
import { formatName } from '../copy/format-name.ts';

interface FormatSelectProps {
  id: string;
  value: string;
  templates: readonly Template[];
  onChoose(format: string): void;
}

export function FormatSelect({ id, value, templates, onChoose }: FormatSelectProps) {
  const option = (format: string) => (
    <option key={format} value={format}>
      {formatName(format, templates)}
    </option>
  );
  // Kept unless another is chosen: its template may be on its way from another browser.
  const isGone = resolveFormat(value, templates).fellBack !== null;
  return (
    <div class="entry">
      <label for={id}>{t('place_format')}</label>
      <p class="small" id={`${id}-hint`}>
        {t('place_hint_format')}
      </p>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {isGone && <option value={value}>{t('place_formatGone')}</option>}
        {fixedFormats.map(option)}
        {templates.length > 0 && (
          <optgroup label={t('place_formatTemplates')}>
            {templates.map((each) => option(`template:${each.id}`))}
          </optgroup>
        )}
        <optgroup label={t('place_formatStores')}>{storeIds.map((each) => option(`store:${each}`))}</optgroup>
      </select>
    </div>
  );
}
