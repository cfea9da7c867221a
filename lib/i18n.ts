/** The one way to the texts: keys are checked against messages.json when compiling. */
import type messages from '../public/_locales/en/messages.json';
import { native } from './native.ts';

export type MessageKey = keyof typeof messages;

/**
 * The text for `key` in the browser's language (or English), with `$1`, `$2` … replaced by `substitutions`.
 * Sentences are whole messages: nothing is put together from pieces in code.
 */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return native.i18n.getMessage(key, substitutions.map(String));
}
