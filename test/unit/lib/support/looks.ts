/** Looks at token pages of two accounts with two tokens, and what they add up to. */
import { expect } from 'vitest';
import { type Learned, type Look, learn } from '../../../../lib/coordinator/accounts.ts';
import type { Accounts } from '../../../../lib/state/schemas.ts';
import { newOrgId, newToken } from './pages.ts';
import { noon } from './stored.ts';

export const origin = 'https://www.snapengage.com';
export const nobody: Accounts = { current: null, byKey: {} };
export const [one, two] = [newToken(), newToken()];
export const [org, otherOrg] = [newOrgId(), newOrgId()];
export const label = 'olivia@acme.example';

interface Seen {
  token?: string | null;
  orgId?: string | null;
  label?: string | null;
  asOf?: number;
  ours?: boolean;
}
/** A look; by default at the first token of the first account, at noon. */
export function lookAt({ token = one, asOf = noon, ours = false, ...who }: Seen = {}): Look {
  const account = { orgId: token === null ? null : org, label, ...who };
  const page: Look['page'] = token === null ? { kind: 'none', ...account } : { kind: 'token', token, ...account };
  return { origin, page, asOf, seenAt: asOf + 10, ours };
}
export async function learnAll(...looks: Look[]): Promise<Learned> {
  let learned: Learned | null = null;
  for (const look of looks) learned = await learn(learned?.accounts ?? nobody, look);
  return learned ?? expect.fail('at least one look');
}
export const later = noon + 60_000;
