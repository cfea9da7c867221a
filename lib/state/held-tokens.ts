/** The tokens in memory, as what must not get to disk by what a person types: of any shape, unlike `looksLikeASecret`. */
import { oldSecretsItem, secretsItem } from './items.ts';

/** A shorter one stands in other words by chance, and a page could make it up. */
const shortest = 8;

/** A function that says whether a text holds one of the tokens that are in memory now. */
export async function tokenFinder(): Promise<(text: string) => boolean> {
  const [secrets, old] = await Promise.all([secretsItem.get(), oldSecretsItem.get()]);
  const tokens = [...Object.values(secrets), ...Object.values(old)].map(({ token }) => token);
  const sought = tokens.filter(({ length }) => length >= shortest);
  return (text) => sought.some((token) => text.includes(token));
}
