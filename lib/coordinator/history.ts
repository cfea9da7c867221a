/** The record of what happened, as the coordinator writes it: each event once, however often a worker dies over it. */

import { withLock } from '../lock.ts';
import { newId } from '../new-id.ts';
import type { Entry, RecordedEvent } from '../record/entry.ts';
import { append, mostEntries, renameAccount } from '../record/history.ts';
import { sha256Hex } from '../sha256.ts';
import { changeStored } from '../state/change.ts';
import { accountsItem, historyItem, ledgerItem } from '../state/items.ts';
import type { Account, Intent, Outcome } from '../state/schemas.ts';

/** Records `event` of the account with `key`, as of now. */
export async function note(key: string, event: RecordedEvent): Promise<void> {
  await addEntries(() => [{ id: newId(), at: Date.now(), account: key, event }]);
}

/** Ids of entries that are known to be written; lives with the worker, and is found again in the record. */
const written = new Set<string>();

/** Records what the ledger and the accounts tell of operations that ended and of changes by others. */
export async function noteHappenings(): Promise<void> {
  // Accounts are renamed under this lock: what is read before must not be written after, under a key that is gone.
  await withLock('accounts', async () => {
    const [ledger, accounts] = await Promise.all([ledgerItem.get(), accountsItem.get()]);
    const changed = await Promise.all(Object.values(accounts.byKey).map(changeEntry));
    const entries = [...ledger.map(outcomeEntry), ...changed].filter((entry) => entry !== null);
    const fresh = entries.filter(({ id }) => !written.has(id));
    if (fresh.length > 0)
      await addEntries((list) => fresh.filter((entry) => !hasDropped(list, entry)).map((each) => onTop(list, each)));
    for (const { id } of fresh) written.add(id);
  });
}

/** The entries of the account that was known as `former` are those of `key` from now on. */
export async function renameInHistory(former: string, key: string): Promise<void> {
  await changeStored(historyItem, (list) => renameAccount(list, former, key));
}

async function addEntries(entriesFor: (list: readonly Entry[]) => Entry[]): Promise<void> {
  await changeStored(historyItem, (list) => {
    const after = entriesFor(list).reduce<readonly Entry[]>(append, list);
    return after === list ? list : [...after];
  });
}

/** Older than all of a full record: it has been there, and has gone. A clock that was ahead may have dated the first. */
function hasDropped(list: readonly Entry[], entry: Entry): boolean {
  return list.length >= mostEntries && list.every(({ at }) => entry.at < at);
}

/**
 * Changes by others that nobody dismisses are told as one, from the first token to the last. The record has had the
 * first of them already: what is new is the change from there, or the token in between would never have gone.
 */
function onTop(list: readonly Entry[], entry: Entry): Entry {
  const { account, event } = entry;
  const last = list.findLast((each) => each.account === account && each.event.kind === event.kind)?.event;
  if (event.kind !== 'changedElsewhere' || last?.kind !== event.kind || last.noticedAt < event.lastSeenAt) return entry;
  return { ...entry, event: { ...event, from: last.to, lastSeenAt: last.noticedAt } };
}

function outcomeEntry(intent: Intent): Entry | null {
  const { id, account, outcome, settledAt, armedAt } = intent;
  return outcome && { id, account, at: settledAt ?? armedAt, event: outcomeEvent(intent, outcome) };
}

function outcomeEvent({ kind, expected }: Intent, outcome: Outcome): RecordedEvent {
  if (outcome.kind === 'notDone') {
    const { failure } = outcome;
    return failure === 'unknownOutcome'
      ? { kind: failure, operation: kind }
      : { kind: 'notDone', operation: kind, failure };
  }
  switch (kind) {
    case 'generate':
      return { kind: 'generated', to: outcome.mark };
    case 'regenerate':
      return { kind: 'regenerated', from: expected, to: outcome.mark };
    case 'delete':
      return { kind: 'deleted', from: expected };
  }
}

/** One entry for each change: its id follows from what changed, whatever the account is called by then. */
async function changeEntry({ key, change }: Account): Promise<Entry | null> {
  if (!change) return null;
  const { from, to, lastSeenAt, noticedAt } = change;
  const name = ['changed', from?.fingerprint, to?.fingerprint, noticedAt].join('\n');
  const id = (await sha256Hex(name)).slice(0, 32);
  return { id, account: key, at: noticedAt, event: { kind: 'changedElsewhere', from, to, lastSeenAt, noticedAt } };
}
