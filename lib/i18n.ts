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

/** Texts that come in two numbers: `key_one` and `key_other`. */
type CountedKey = MessageKey extends infer Key ? (Key extends `${infer Name}_one` ? Name : never) : never;

/** The text `key_one` or `key_other`, as the language wants it for `count`, which is `$1`; then the `substitutions`. */
export function tn(key: CountedKey, count: number, ...substitutions: (string | number)[]): string {
  const number = new Intl.PluralRules(t('locale')).select(count) === 'one' ? 'one' : 'other';
  return t(`${key}_${number}` as MessageKey, count, ...substitutions);
}
