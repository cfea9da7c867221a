/** One account's record as JSON, for programs: nothing rounded, nothing translated. */
import type { AccountRecord, RecordAccount } from './account-record.ts';
import { type Entry, entrySchema } from './entry.ts';
import { utcTime } from './written.ts';

const recordFormat = 'token-desk-record';
const recordVersion = 1;

/**
 * The record as JSON text, oldest entry first, indented, with a line end. The same record always gives the same text,
 * whatever order the storage has put its keys in. Times of entries are epoch ms, as stored; `exportedAt` is `now`
 * (epoch ms) in ISO 8601, as in the export of places.
 */
export function recordJson({ account, entries }: AccountRecord, now: number): string {
  const content = {
    format: recordFormat,
    version: recordVersion,
    exportedAt: utcTime(now),
    account: inOrder(account),
    entries: entries.map(parsedInOrder),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function inOrder({ label, orgId, origin }: RecordAccount): RecordAccount {
  return { label, orgId, origin };
}

/** A parsed object has its keys in the order of its schema. */
function parsedInOrder(entry: Entry): Entry {
  const parsed = entrySchema.safeParse(entry);
  return parsed.success ? parsed.data : entry;
}
