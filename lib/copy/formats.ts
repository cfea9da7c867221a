/** Copy as…: every format in which the token can be copied, what each of them needs, and its text. */
import { isVendorOrigin } from '../dashboard/urls.ts';
import { newId } from '../new-id.ts';
import { type CopyContext, isPlain, known, type Need, type PreviewContext } from './context.ts';
import { defaultFormat, type Template } from './copying.ts';
import { envLines, type FixedFormat, fixedFormats, fixedNeeds, fixedText } from './fixed-formats.ts';
import type { StoreId } from './store-ways.ts';
import { storeCommand, storeIds } from './stores.ts';
import { fillIn, placeholdersIn } from './template.ts';

export type FormatId = FixedFormat | `template:${string}` | `store:${StoreId}`;

export type Rendered = { ok: true; text: string } | { ok: false; missing: Need[] };

type Parsed =
  | { kind: 'fixed'; id: FixedFormat }
  | { kind: 'template'; id: `template:${string}`; template: Template }
  | { kind: 'store'; id: `store:${StoreId}`; store: StoreId }
  | { kind: 'gone'; missing: 'format' | 'template' };

function parse(id: string, templates: readonly Template[]): Parsed {
  const fixed = fixedFormats.find((each) => each === id);
  if (fixed !== undefined) return { kind: 'fixed', id: fixed };
  const store = storeIds.find((each) => `store:${each}` === id);
  if (store !== undefined) return { kind: 'store', id: `store:${store}`, store };
  const template = templates.find((each) => `template:${each.id}` === id);
  if (template !== undefined) return { kind: 'template', id: `template:${template.id}`, template };
  return { kind: 'gone', missing: id.startsWith('template:') ? 'template' : 'format' };
}

function needsOfParsed(parsed: Parsed): readonly Need[] {
  switch (parsed.kind) {
    case 'fixed':
      return fixedNeeds[parsed.id];
    case 'template':
      return placeholdersIn(parsed.template.text).map((name) => (name === 'token' ? 'plainToken' : name));
    case 'store':
      return ['system', 'names'];
    case 'gone':
      return [parsed.missing];
  }
}

/** What `id` needs to be copied. A format that is unknown, or a template that was deleted, needs just that. */
export function needsOf(id: string, templates: readonly Template[]): readonly Need[] {
  return needsOfParsed(parse(id, templates));
}

function isThere(need: Need, parsed: Parsed, context: CopyContext): boolean {
  switch (need) {
    case 'token':
      return context.token !== '';
    case 'plainToken':
      return isPlain(context.token);
    case 'quotableValues':
      return envLines(context) !== null;
    case 'origin':
      // Accounts are stored where, in Firefox, a script in a page may write.
      return isVendorOrigin(context.origin);
    case 'orgId':
    case 'widgetId':
    case 'account':
      return known(context[need]) !== null;
    case 'system':
      return context.system !== undefined;
    case 'names':
      // Whether names can be used does not hang on the system.
      return parsed.kind === 'store' && storeCommand(parsed.store, 'macos', context.names).ok;
    case 'template':
    case 'format':
      return parsed.kind !== 'gone';
  }
}

function missingFor(parsed: Parsed, context: CopyContext): Need[] {
  return needsOfParsed(parsed).filter((need) => !isThere(need, parsed, context));
}

function textOf(parsed: Exclude<Parsed, { kind: 'gone' }>, context: CopyContext): string {
  if (parsed.kind === 'fixed') return fixedText(parsed.id, context);
  if (parsed.kind === 'template') {
    const { token, orgId, widgetId, account } = context;
    return fillIn(parsed.template.text, {
      token,
      orgId: known(orgId) ?? '',
      widgetId: known(widgetId) ?? '',
      account: known(account) ?? '',
    });
  }
  const command = context.system && storeCommand(parsed.store, context.system, context.names);
  return command?.ok ? command.text : '';
}

/** The text to copy for `id`; or all that is missing for it. A `store:` command holds no token. Never throws. */
export function render(id: string, context: CopyContext): Rendered {
  const parsed = parse(id, context.templates);
  const missing = missingFor(parsed, context);
  if (parsed.kind === 'gone' || missing.length > 0) return { ok: false, missing };
  return { ok: true, text: textOf(parsed, context) };
}

/**
 * The same with `mask` where the token goes, for which the token itself is not needed. It is written as a token of the
 * usual shape (32 hex digits) would be, so quotes stand where they will stand for such a one.
 */
export function preview(id: string, context: PreviewContext, mask: string): Rendered {
  const standIn = newId();
  const rendered = render(id, { ...context, token: standIn });
  return rendered.ok ? { ok: true, text: rendered.text.replaceAll(standIn, () => mask) } : rendered;
}

/** The formats that can be copied now, in the order to offer them; without a `token`, as if it had the usual shape. */
export function possibleFormats(context: PreviewContext, token: string = newId()): FormatId[] {
  const all: FormatId[] = [
    ...fixedFormats,
    ...context.templates.map(({ id }) => `template:${id}` as const),
    ...storeIds.map((id) => `store:${id}` as const),
  ];
  return all.filter((id) => missingFor(parse(id, context.templates), { ...context, token }).length === 0);
}

/**
 * The format that a stored `id` stands for. One that is gone falls back to the plain token, and `fellBack` says why: a
 * template that was deleted, or a format that this version does not know.
 */
export function resolveFormat(
  id: string,
  templates: readonly Template[],
): { format: FormatId; fellBack: 'format' | 'template' | null } {
  const parsed = parse(id, templates);
  if (parsed.kind === 'gone') return { format: defaultFormat, fellBack: parsed.missing };
  return { format: parsed.id, fellBack: null };
}
