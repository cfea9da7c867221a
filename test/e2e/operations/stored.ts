/** What the extension has stored, read behind its back: the worker is not woken for it. */
import type { Counts } from '../../dashboard/server.ts';
import { stored } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';

export type Kind = keyof Counts;

interface StoredIntent {
  kind: Kind;
  stage: string;
  doubt: string | null;
}

/** The intents of the stored ledger that are not settled. */
export async function openIntents(desk: Desk): Promise<{ kind: Kind; doubted: boolean }[]> {
  const { ledger = [] } = (await stored(desk, 'local')) as { ledger?: StoredIntent[] };
  const open = ledger.filter(({ stage }) => stage !== 'settled');
  return open.map(({ kind, doubt }) => ({ kind, doubted: doubt !== null }));
}

/** How many wishes the stored ledger knows. */
export async function wishes(desk: Desk): Promise<number> {
  const { ledger = [] } = (await stored(desk, 'local')) as { ledger?: StoredIntent[] };
  return ledger.length;
}

/** The tokens in the extension's memory. */
export async function secrets(desk: Desk): Promise<string[]> {
  const { secrets: byAccount = {} } = (await stored(desk, 'session')) as {
    secrets?: Record<string, { token: string }>;
  };
  return Object.values(byAccount).map(({ token }) => token);
}
