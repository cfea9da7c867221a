/** The choice of a copy format: those that are always there, own templates, and the commands for secret stores. */
import { fixedFormats } from '../../lib/copy/fixed-formats.ts';
import { resolveFormat } from '../../lib/copy/formats.ts';
import { storeIds } from '../../lib/copy/stores.ts';
import type { Template } from '../../lib/copy/template.ts';
import { t } from '../../lib/i18n.ts';
import { formatName } from '../copy/format-name.ts';
import type { Ties } from './Field.tsx';

interface FormatSelectProps {
  ties: Ties;
  value: string;
  templates: readonly Template[];
  onChoose(format: string): void;
}

export function FormatSelect({ ties, value, templates, onChoose }: FormatSelectProps) {
  const option = (format: string) => (
    <option key={format} value={format}>
      {formatName(format, templates)}
    </option>
  );
  // Kept unless another is chosen: its template may be on its way from another browser.
  const isGone = resolveFormat(value, templates).fellBack !== null;
  return (
    <select {...ties} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      {isGone && <option value={value}>{t('place_formatGone')}</option>}
      {fixedFormats.map(option)}
      {templates.length > 0 && (
        <optgroup label={t('place_formatTemplates')}>{templates.map(({ id }) => option(`template:${id}`))}</optgroup>
      )}
      <optgroup label={t('place_formatStores')}>{storeIds.map((id) => option(`store:${id}`))}</optgroup>
    </select>
  );
}
