/** The tokens in memory, as what must not get to disk by what a person types. */
import type { PageProps } from './section-props.ts';

/** Every token in memory, of all accounts, replaced ones among them. */
export function secretsOf({ state: { desk } }: PageProps): string[] {
  return [...Object.values(desk.secrets), ...Object.values(desk.oldSecrets)].map(({ token }) => token);
}
