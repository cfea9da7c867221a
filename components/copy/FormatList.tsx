/** The list of formats to choose from: those that are always there, own templates, and commands for secret stores. */

import type { Template } from '../../lib/copy/copying.ts';
import { fixedFormats } from '../../lib/copy/fixed-formats.ts';
import { storeIds } from '../../lib/copy/stores.ts';
import { t } from '../../lib/i18n.ts';
import { formatName } from './format-name.ts';

interface FormatListProps {
  templates: readonly Template[];
  chosen: string;
  onChoose(format: string): void;
  onCopy(): void;
}

/** So many lines of it are seen at once. */
const lines = 7;

export function FormatList({ templates, chosen, onChoose, onCopy }: FormatListProps) {
  const optionOf = (format: string) => (
    <option key={format} value={format}>
      {formatName(format, templates)}
    </option>
  );
  return (
    <select
      class="formats"
      size={lines}
      value={chosen}
      aria-label={t('copyAs_formats')}
      onChange={(event) => onChoose(event.currentTarget.value)}
      onKeyDown={(event) => {
        // A list has no use of its own for it.
        if (event.key !== 'Enter' || event.repeat) return;
        event.preventDefault();
        onCopy();
      }}
    >
      {fixedFormats.map(optionOf)}
      {templates.length > 0 && (
        <optgroup label={t('place_formatTemplates')}>{templates.map(({ id }) => optionOf(`template:${id}`))}</optgroup>
      )}
      <optgroup label={t('place_formatStores')}>{storeIds.map((id) => optionOf(`store:${id}`))}</optgroup>
    </select>
  );
}
