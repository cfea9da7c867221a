/** What secret stores call the token: which names can be used, and why others cannot. */
import type { Copying } from '../../lib/copy/copying.ts';
import { type StoreNameKey, storeCommand, storeIds } from '../../lib/copy/stores.ts';
import { t } from '../../lib/i18n.ts';
import { holdsPartOf, looksLikeASecret } from '../../lib/places/looks-like-a-secret.ts';

export const nameKeys = ['variable', 'secret', 'field', 'mount'] as const satisfies readonly StoreNameKey[];

/** As typed; empty where a store's usual name is meant. */
export type TypedNames = Record<StoreNameKey, string>;
export type NameErrors = Partial<Record<StoreNameKey, 'unfit' | 'looksLikeToken'>>;

/** The names as they are stored, those left empty left out; or which cannot be used. None may hold one of `secrets`. */
export function checkNames(
  typed: TypedNames,
  secrets: readonly string[] = [],
): { ok: true; names: Copying['names'] } | { ok: false; errors: NameErrors } {
  const chosen = nameKeys.map((key) => [key, typed[key].trim()] as const).filter(([, name]) => name !== '');
  const names = Object.fromEntries(chosen) as Copying['names'];
  const bad = new Set(badNames(names));
  const errors: NameErrors = {};
  for (const [key, name] of chosen) {
    if (looksLikeASecret(name) || holdsPartOf(secrets, name)) errors[key] = 'looksLikeToken';
    else if (bad.has(key)) errors[key] = 'unfit';
  }
  return Object.keys(errors).length === 0 ? { ok: true, names } : { ok: false, errors };
}

/** Whether a name can be used does not hang on the system. */
function badNames(names: Copying['names']): StoreNameKey[] {
  const chosen = names as Partial<Record<StoreNameKey, string>>;
  const commands = storeIds.map((store) => storeCommand(store, 'macos', chosen));
  return commands.flatMap((command) => (command.ok ? [] : command.badNames));
}

/** The sentence for what is wrong with the name under `key`; null: nothing is. */
export function nameErrorText(errors: NameErrors, key: StoreNameKey): string | null {
  const error = errors[key];
  if (!error) return null;
  return error === 'unfit' ? t(`options_stores_unfit_${key}`) : t('options_stores_looksLikeToken');
}
