/** Everything the routes share: the account, who is signed in, what goes wrong, and what has happened so far. */
import type { HttpBindings } from '@hono/node-server';
import { type AccountState, newAccount, newToken, type Operation } from './account.ts';
import { type Faults, noFaults } from './faults.ts';
import { createSessions, type Sessions } from './sessions.ts';
import type { Skin } from './skins/skin.ts';

export type Counts = Record<Operation, number>;

/** One request as it was answered; `status` stays 0 when the connection died first. Never holds a token. */
export interface RequestEntry {
  readonly method: string;
  /** Path and query, anything secret-shaped blotted out. */
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  status: number;
}

export interface World {
  account: AccountState;
  faults: Faults;
  skin: Skin;
  readonly sessions: Sessions;
  readonly counts: { readonly received: Counts; readonly applied: Counts };
  readonly requests: RequestEntry[];
}

/** What Hono's contexts carry: the Node request and response, for faults that kill the connection. */
export interface Env {
  Bindings: HttpBindings;
}

export function createWorld(skin: Skin, token: string | null | undefined): World {
  return {
    account: newAccount(token),
    faults: noFaults(),
    skin,
    sessions: createSessions(),
    counts: { received: noCounts(), applied: noCounts() },
    requests: [],
  };
}

/** Gives the account a new token, as somebody else's Regenerate would; returns it. */
export function changeElsewhere(account: AccountState): string {
  const token = newToken();
  account.token = token;
  return token;
}

/** The token as the page is to show it: as it is, or masked by the fault of that name. */
export function tokenAsShown({ account, faults }: World): string | null {
  if (account.token === null || !faults.masked) return account.token;
  return '•'.repeat(28) + account.token.slice(-4);
}

function noCounts(): Counts {
  return { generate: 0, regenerate: 0, delete: 0 };
}
