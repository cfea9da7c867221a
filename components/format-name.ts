/** How copy formats are called. */
import { type FormatId, resolveFormat } from '../lib/copy/formats.ts';
import type { StoreId } from '../lib/copy/store-ways.ts';
import type { Template } from '../lib/copy/template.ts';
import { t } from '../lib/i18n.ts';

/** The name of the format `id`: a template's own, or that of what is no longer there. */
export function formatName(id: string, templates: readonly Template[]): string {
  const { format, fellBack } = resolveFormat(id, templates);
  if (fellBack !== null) return t(`format_gone_${fellBack}`);
  if (isTemplate(format)) return templates.find((each) => `template:${each.id}` === format)?.name ?? '';
  if (isStore(format)) return t('format_store', t(`store_${format.slice('store:'.length) as StoreId}`));
  return t(`format_${format}`);
}

const isTemplate = (format: FormatId) => format.startsWith('template:');
const isStore = (format: FormatId): format is `store:${StoreId}` => format.startsWith('store:');
