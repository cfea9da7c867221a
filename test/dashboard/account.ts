/** The account the stand-in dashboard serves: made at run time, so that no secret-shaped literal is in the sources. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';

export type Operation = 'generate' | 'regenerate' | 'delete';
export type Role = 'owner' | 'other';

export interface Person {
  email: string;
  password: string;
  name: string;
}

export interface AccountState {
  /** The one API Token; null when the account has none. */
  token: string | null;
  /** 16 digits. */
  orgId: string;
  /** A UUID, public in the site's snippet. */
  widgetId: string;
  owner: Person;
  /** A signed-in person who is not the account owner. */
  other: Person;
  /** The sibling page's own fields: the customer's secret, which is not the API Token. */
  agentStatus: { endpoint: string; secret: string };
  /** Values the look-alikes skin shows around the token. */
  decoys: { webhookSecret: string; staleToken: string; noteToken: string; buildHash: string };
}

/** A secret with the token's shape: 32 lower-case hex characters (facts.md, "Shapes"). */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}

/** A fresh account; without a `token` argument it has a random one, with null it has none. */
export function newAccount(token: string | null = newToken()): AccountState {
  return {
    token,
    orgId: String(randomInt(1, 10)) + Array.from({ length: 15 }, () => randomInt(10)).join(''),
    widgetId: randomUUID(),
    owner: { email: 'olivia@acme.example', password: 'owner-demo', name: 'Olivia Owner' },
    other: { email: 'max@acme.example', password: 'other-demo', name: 'Max Manager' },
    agentStatus: { endpoint: 'https://crm.acme.example/agent-status', secret: newToken() },
    decoys: { webhookSecret: newToken(), staleToken: newToken(), noteToken: newToken(), buildHash: newToken() },
  };
}
