/** What is said of a template: what is wrong with a draft, and what its copy would look like. */
import type { PreviewContext } from '../../lib/copy/context.ts';
import type { Template } from '../../lib/copy/copying.ts';
import { preview } from '../../lib/copy/formats.ts';
import { checkDraft, type TemplateDraft, type TemplateError } from '../../lib/copy/template.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import { holdsPartOf, looksLikeASecret } from '../../lib/places/looks-like-a-secret.ts';

/** What a template is filled in with; the mask stands in the token's place. */
export interface Known {
  context: Omit<PreviewContext, 'templates'>;
  mask: string;
}

export type TemplateErrors = Partial<Record<keyof TemplateDraft, string>>;
export type CheckedTemplate =
  | { ok: true; draft: TemplateDraft; warning: string | null }
  | { ok: false; errors: TemplateErrors };

/**
 * The draft as it may be stored, or a sentence for each field that may not. None of `secrets`, nor what looks like a
 * token, gets to disk as part of a template.
 */
export function checkTemplate(typed: TemplateDraft, secrets: readonly string[]): CheckedTemplate {
  const errors: TemplateErrors = {};
  const checked = checkDraft(typed);
  for (const error of checked.ok ? [] : checked.errors) errors[error.field] ??= errorText(error);
  for (const field of ['name', 'text'] as const) {
    if (holdsSecret(typed[field], secrets)) errors[field] ??= t('options_template_error_secret');
  }
  if (!checked.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    draft: checked.draft,
    warning: checked.warnings.length > 0 ? t('options_template_noToken') : null,
  };
}

function holdsSecret(text: string, secrets: readonly string[]): boolean {
  return looksLikeASecret(text) || holdsPartOf(secrets, text);
}

function errorText(error: TemplateError): string {
  if (error.problem === 'unknownPlaceholder') return t('options_template_error_unknown', error.placeholder);
  if (error.problem === 'tooLong') return t(`options_template_error_tooLong_${error.field}`);
  return t(`options_template_error_${error.problem}`);
}

const previewed = '0'.repeat(32);

/** What a template with `text` would copy, or a sentence for each thing it needs that is not known. */
export function previewOf(text: string, { context, mask }: Known): { text: string } | { missing: string[] } {
  const templates: Template[] = [{ id: previewed, name: '-', text }];
  const rendered = preview(`template:${previewed}`, { ...context, templates }, mask);
  if (rendered.ok) return { text: rendered.text };
  const keys = rendered.missing.map((need) => missingKeys[need]);
  return { missing: [...new Set(keys)].map((key) => t(key ?? 'options_preview_none')) };
}

/** The mask is always there, so a template can need nothing else. */
const missingKeys: Partial<Record<string, MessageKey>> = {
  orgId: 'options_preview_orgId',
  widgetId: 'options_preview_widgetId',
  account: 'options_preview_account',
};
