/** What copy formats are called. */

import type { Template } from '../../lib/copy/copying.ts';
import { type FormatId, resolveFormat } from '../../lib/copy/formats.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';

const keys: Record<Exclude<FormatId, `template:${string}`>, MessageKey> = {
  token: 'format_token',
  authorization: 'format_authorization',
  xApiKey: 'format_xApiKey',
  curlLogs: 'format_curlLogs',
  curlChat: 'format_curlChat',
  env: 'format_env',
  json: 'format_json',
  'store:github': 'format_store_github',
  'store:gitlab': 'format_store_gitlab',
  'store:vault': 'format_store_vault',
  'store:aws': 'format_store_aws',
  'store:onePassword': 'format_store_onePassword',
  'store:doppler': 'format_store_doppler',
  'store:kubernetes': 'format_store_kubernetes',
};

/** The name of the format `id`: a template's own; that of the plain token for one that is gone, as it is copied then. */
export function formatName(id: string, templates: readonly Template[]): string {
  const { format } = resolveFormat(id, templates);
  const template = templates.find((each) => format === `template:${each.id}`);
  if (template) return template.name;
  return t(keys[format as keyof typeof keys]);
}
