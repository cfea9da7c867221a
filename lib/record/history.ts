/** The local history as a list, oldest entry first: reading, adding to it, and what it tells of former tokens. Pure. */
import type { TokenMark } from '../state/schemas.ts';
import { type Entry, entrySchema } from './entry.ts';

/** How many entries are kept, of all accounts together; the oldest go first. */
export const mostEntries = 2_000;
/** The same copied or shown again within this time (ms) is one entry: a double click, not two events. */
export const coalescedWithin = 5_000;

/**
 * What is stored under the history (`undefined`: nothing yet), as entries in their order, and apart from them every
 * value that cannot be read, as it was: the caller keeps these under a key of their own.
 */
export function readHistory(stored: unknown): { entries: Entry[]; unreadable: unknown[] } {
  const entries: Entry[] = [];
  const unreadable: unknown[] = [];
  for (const value of valuesIn(stored)) {
    const parsed = entrySchema.safeParse(value);
    if (parsed.success) entries.push(parsed.data);
    else unreadable.push(value);
  }
  return { entries, unreadable };
}

function valuesIn(stored: unknown): unknown[] {
  if (stored === undefined) return [];
  return Array.isArray(stored) ? stored : [stored];
}

/**
 * `list` with `entry` as its newest, and without the oldest where these are more than `mostEntries`. Gives `list`
 * itself where nothing is to be added: an id that is there already, since a worker may die between storing an entry
 * and knowing that it did; or the same copied or shown again. Of these the first stays, with its time, so that a row
 * of quick copies gives an entry every 5 s and not one for all of them.
 */
export function append(list: readonly Entry[], entry: Entry): readonly Entry[] {
  const known = list.some(({ id }) => id === entry.id);
  return known || isRepeated(list, entry) ? list : withinBounds([...list, entry]);
}

/**
 * `list` without what is too much. A page can make up changes of the token, as many as it likes: once they fill half of
 * the record, the oldest of them go, and nothing else.
 */
function withinBounds(list: readonly Entry[]): readonly Entry[] {
  if (list.length <= mostEntries) return list;
  const changes = list.filter(({ event }) => event.kind === 'changedElsewhere');
  const gone = changes.length > mostEntries / 2 ? changes[0] : null;
  return list.filter((each) => each !== gone).slice(-mostEntries);
}

function isRepeated(list: readonly Entry[], entry: Entry): boolean {
  const last = list.findLast(({ account }) => account === entry.account);
  if (!last) return false;
  const passed = entry.at - last.at;
  // Before the last one: the clock was set back, and nobody knows how much time has passed.
  return passed >= 0 && passed <= coalescedWithin && isSameUse(last.event, entry.event);
}

function isSameUse(a: Entry['event'], b: Entry['event']): boolean {
  const sameToken = 'mark' in a && 'mark' in b && a.mark?.fingerprint === b.mark?.fingerprint;
  if (a.kind === 'copied' && b.kind === 'copied') return sameToken && a.format === b.format;
  return sameToken && a.kind === 'shown' && b.kind === 'shown';
}

/** The entries of the account with the key `account`, oldest first. */
export function entriesOf(list: readonly Entry[], account: string): Entry[] {
  return list.filter((entry) => entry.account === account);
}

/** `list` with the entries of the account that was known as `former` under its key of today. */
export function renameAccount(list: readonly Entry[], former: string, key: string): Entry[] {
  return list.map((entry) => (entry.account === former ? { ...entry, account: key } : entry));
}

/** A token that is not the account's any more, and when (epoch ms) it was replaced or deleted, or that was noticed. */
export interface PastMark {
  mark: TokenMark;
  replacedAt: number;
}

/**
 * Every token of `account` known to be replaced or deleted, once each, newest first in the order of the record (the
 * clock may have been set back). One that was seen as the account's own again afterwards is not among them.
 */
export function pastMarks(list: readonly Entry[], account: string): PastMark[] {
  const past = new Map<string, PastMark>();
  for (const { at, event } of entriesOf(list, account)) {
    const { gone, come } = changeBy(event);
    // Deleted first, so that it is added as the newest.
    if (gone) past.delete(gone.fingerprint);
    if (gone) past.set(gone.fingerprint, { mark: gone, replacedAt: at });
    if (come) past.delete(come.fingerprint);
  }
  return [...past.values()].reverse();
}

/** Which token an event took from the account, and which it brought. */
function changeBy(event: Entry['event']): { gone: TokenMark | null; come: TokenMark | null } {
  switch (event.kind) {
    case 'generated':
      return { gone: null, come: event.to };
    case 'deleted':
      return { gone: event.from, come: null };
    case 'regenerated':
    case 'changedElsewhere':
      return { gone: event.from, come: event.to };
    default:
      return { gone: null, come: null };
  }
}
