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

/** One call of Visitor Chat. Never holds a key. */
export interface ApiCall {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whether its key was the account's token of that moment. */
  readonly key: 'current' | 'other' | 'none';
  /** Whether it came with any cookie. */
  readonly cookie: boolean;
}

export interface World {
  account: AccountState;
  faults: Faults;
  skin: Skin;
  readonly sessions: Sessions;
  readonly counts: { readonly received: Counts; readonly applied: Counts };
  readonly requests: RequestEntry[];
  /** The calls of Visitor Chat, oldest first. */
  readonly apiCalls: ApiCall[];
  /** What pages and replies have shown as the token, oldest first; null: that there is none. */
  readonly shown: { token: string | null; at: number }[];
  /** When each operation that was applied had been received (epoch ms), oldest first. */
  readonly appliedAt: number[];
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
    apiCalls: [],
    shown: [],
    appliedAt: [],
  };
}

/** Gives the account a new token, as somebody else's Regenerate would; returns it. */
export function changeElsewhere(account: AccountState): string {
  const token = newToken();
  account.token = token;
  return token;
}

/** The token as the page is to show it, which is noted: as it is, or masked by the fault of that name. */
export function showToken({ account, faults, shown }: World): string | null {
  shown.push({ token: account.token, at: Date.now() });
  if (account.token === null || !faults.masked) return account.token;
  return '•'.repeat(28) + account.token.slice(-4);
}

function noCounts(): Counts {
  return { generate: 0, regenerate: 0, delete: 0 };
}
