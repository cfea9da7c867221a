/** The tokens in memory, as what must not get to disk by what a person types: of any shape, unlike `looksLikeASecret`. */
import { holdsPartOf } from '../places/looks-like-a-secret.ts';
import { oldSecretsItem, secretsItem } from './items.ts';

/** Every token in memory, of all accounts, replaced ones among them; both maps as they are stored. */
export function heldTokens({ secrets, oldSecrets }: Record<'secrets' | 'oldSecrets', Secrets>): string[] {
  return [secrets, oldSecrets].flatMap((each) => Object.values(each).map(({ token }) => token));
}
type Secrets = Readonly<Record<string, { token: string }>>;

/** A function that says whether a text holds one of the tokens that are in memory now, or a part of one. */
export async function tokenFinder(): Promise<(text: string) => boolean> {
  const tokens = heldTokens({ secrets: await secretsItem.get(), oldSecrets: await oldSecretsItem.get() });
  return (text) => holdsPartOf(tokens, text);
}
