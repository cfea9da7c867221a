/** One account's record as CSV: one row per entry, one column per fact. */
import type { TokenMark } from '../state/schemas.ts';
import { type AccountRecord, accountIdOf } from './account-record.ts';
import { csvOf } from './csv.ts';
import type { Entry } from './entry.ts';
import { markText, type OffsetAt, offsetName, utcTime } from './written.ts';

/** The facts of events as columns, named by their path in the JSON export. */
const facts = [
  'operation',
  'failure',
  'format',
  'mark',
  'from',
  'to',
  'lastSeenAt',
  'noticedAt',
  'which',
  'verdict',
  'why',
  'rotation',
  'path',
  'step',
  'place',
  'reason',
  'summary.endedAs',
  'summary.reason',
  'summary.counts.done',
  'summary.counts.skipped',
  'summary.counts.open',
  'summary.downtime.atLeast',
  'summary.downtime.atMost',
  'summary.proofs.new.verdict',
  'summary.proofs.new.why',
  'summary.proofs.new.at',
  'summary.proofs.old.verdict',
  'summary.proofs.old.why',
  'summary.proofs.old.at',
];
const header = ['time', 'utcOffset', 'account', 'accountId', 'event', ...facts, 'id'];

/**
 * The record as CSV text, oldest entry first. Times are UTC in ISO 8601; `utcOffset` is what local time was ahead then
 * (`offsetAt`). Durations are ms. An account without a label is an empty cell. No byte order mark.
 */
export function recordCsv({ account, entries }: AccountRecord, offsetAt: OffsetAt): string {
  const whose = [account.label ?? '', accountIdOf(account)];
  const rows = entries.map((entry) => rowOf(entry, whose, offsetAt));
  return csvOf([header, ...rows]);
}

function rowOf({ id, at, event }: Entry, whose: string[], offsetAt: OffsetAt): string[] {
  const { kind, ...rest } = event;
  const known = new Map(factsOf(rest));
  return [utcTime(at), offsetName(offsetAt(at)), ...whose, kind, ...facts.map((fact) => known.get(fact) ?? ''), id];
}

/** Everything in `value` that is not null, by its path. */
function factsOf(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, each]: [string, unknown]): [string, string][] => {
    if (each === null) return [];
    if (isMark(each)) return [[path + key, markText(each)]];
    if (typeof each === 'object') return factsOf(each, `${path}${key}.`);
    return [[path + key, isTime(key, each) ? utcTime(each) : String(each)]];
  });
}

function isMark(value: unknown): value is TokenMark {
  return typeof value === 'object' && value !== null && 'fingerprint' in value;
}

/** Our times are called so throughout: `at`, `noticedAt`. */
function isTime(key: string, value: unknown): value is number {
  return typeof value === 'number' && /^at$|At$/.test(key);
}
