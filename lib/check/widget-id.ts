/** The id of one of the account's widgets, which a check is asked about. It is public: it stands in the site's snippet. */
import { holdsPartOf, looksLikeASecret } from '../places/looks-like-a-secret.ts';
import { plainText } from '../plain-text.ts';

/** The longest, in UTF-16 units. The usual one, a UUID, has 36. */
export const longestWidgetId = 100;
/** The vendor states no shape (facts.md, Shapes), so another one is a reason to look twice, and not to refuse. */
const usualShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Would leave the API's path, also where a server decodes it first; or is the whole snippet that the id stands in. */
const unfitForPath = /[/\\<>"'\s]|^\.{1,2}$/;

export type WidgetIdError = 'tooLong' | 'notPlain' | 'notAnId' | 'looksLikeToken';

/** A draft as it would be stored, null for none; `unusual`: it is not shaped as the ids seen so far. */
type CheckedDraft = { ok: true; widgetId: string | null; unusual: boolean } | { ok: false; error: WidgetIdError };

/** Whether a check can ask for `text` as it stands. */
export function isWidgetId(text: string): boolean {
  return text !== '' && errorOf(text) === null;
}

/**
 * Checks what was typed into the options' field, surrounding white space aside. Nothing typed is no widget id, which
 * is allowed. Fails with `tooLong`, `notPlain` (control or invisible characters), `notAnId` (a slash or a path) or
 * `looksLikeToken`: people take one for the other, and a token neither belongs on disk nor into an address; a part of
 * one of `secrets`, the tokens in memory, is known whatever its shape.
 */
export function checkWidgetIdDraft(typed: string, secrets: readonly string[] = []): CheckedDraft {
  const text = typed.trim();
  if (text === '') return { ok: true, widgetId: null, unusual: false };
  const error = errorOf(text) ?? (holdsPartOf(secrets, text) ? 'looksLikeToken' : null);
  return error ? { ok: false, error } : { ok: true, widgetId: text, unusual: !usualShape.test(text) };
}

function errorOf(text: string): WidgetIdError | null {
  if (text.length > longestWidgetId) return 'tooLong';
  if (!plainText.test(text)) return 'notPlain';
  if (unfitForPath.test(text)) return 'notAnId';
  return looksLikeASecret(text) ? 'looksLikeToken' : null;
}
