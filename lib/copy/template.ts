/** The person's own copy templates: the check of a draft, and how one is filled in. */
import { plainLines, plainText } from '../plain-text.ts';
import { longestTemplateName, longestTemplateText, type Template } from './copying.ts';
import { quoteForSh } from './quote.ts';

/** What a template may name between `{{` and `}}`; written exactly so, upper and lower case included. */
export const placeholders = ['token', 'orgId', 'widgetId', 'account'] as const;
export type Placeholder = (typeof placeholders)[number];

/** What the person has typed so far. */
export type TemplateDraft = Pick<Template, 'name' | 'text'>;

/** `notPlain`: it holds a tab, a control character or an invisible one. */
export type TemplateError =
  | { field: 'name' | 'text'; problem: 'missing' | 'tooLong' | 'notPlain' }
  | { field: 'text'; problem: 'unknownPlaceholder'; placeholder: string };

export type CheckedDraft =
  | { ok: true; draft: TemplateDraft; warnings: 'noToken'[] }
  | { ok: false; errors: TemplateError[] };

const inBraces = /\{\{([^{}]*)\}\}/g;
/** A placeholder, alone or with one filter; white space around both is fine. */
const known = new RegExp(`^\\s*(${placeholders.join('|')})\\s*(?:\\|\\s*(sh|json|url)\\s*)?$`);

/** Quoting for where the value goes: a word of a POSIX shell, a JSON string with its quotes, a part of a URL. */
const filters = { sh: quoteForSh, json: (value: string) => JSON.stringify(value), url: encodeURIComponent };

interface Slot {
  placeholder: Placeholder;
  write: (value: string) => string;
}

function slotOf(inner: string): Slot | null {
  const [, placeholder, filter] = known.exec(inner) ?? [];
  if (placeholder === undefined) return null;
  // The expression above lets nothing else through.
  const write = filter === undefined ? (value: string) => value : filters[filter as keyof typeof filters];
  return { placeholder: placeholder as Placeholder, write };
}

function slotsIn(text: string): { inner: string; slot: Slot | null }[] {
  return [...text.matchAll(inBraces)].map(([, inner = '']) => ({ inner: inner.trim(), slot: slotOf(inner) }));
}

/** The placeholders that `text` names, each once, in the order of `placeholders`. */
export function placeholdersIn(text: string): Placeholder[] {
  const named = new Set(slotsIn(text).map(({ slot }) => slot?.placeholder));
  return placeholders.filter((placeholder) => named.has(placeholder));
}

function errorsIn(field: 'name' | 'text', value: string, longest: number, shape: RegExp): TemplateError[] {
  if (value.trim() === '') return [{ field, problem: 'missing' }];
  if (value.length > longest) return [{ field, problem: 'tooLong' }];
  return shape.test(value) ? [] : [{ field, problem: 'notPlain' }];
}

/**
 * Checks what the person typed and gives it back as it may be stored (the name without the white space around it), or
 * every error with its field; an unknown placeholder or filter is named as it was written. A template without the
 * token is allowed, and warned of.
 */
export function checkDraft({ name, text }: TemplateDraft): CheckedDraft {
  const draft = { name: name.trim(), text };
  const ofText = errorsIn('text', text, longestTemplateText, plainLines);
  // A text that is too long is not searched: it may be of any length.
  const slots = ofText.length === 0 ? slotsIn(text) : [];
  const strange = new Set(slots.filter(({ slot }) => slot === null).map(({ inner }) => inner));
  const errors: TemplateError[] = [
    ...errorsIn('name', draft.name, longestTemplateName, plainText),
    ...ofText,
    ...[...strange].map((placeholder) => ({ field: 'text', problem: 'unknownPlaceholder', placeholder }) as const),
  ];
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, draft, warnings: placeholdersIn(text).includes('token') ? [] : ['noToken'] };
}

/**
 * `text` with its placeholders filled in, in one pass: a value that itself holds `{{…}}` is not looked into. What is no
 * placeholder stays as it is. `values` hold no half of a surrogate pair, which no URL can spell.
 */
export function fillIn(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replace(inBraces, (whole, inner: string) => {
    const slot = slotOf(inner);
    return slot === null ? whole : slot.write(values[slot.placeholder]);
  });
}
