// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unformulated } from '../../../../lib/record/csv.ts';
import type { Entry } from '../../../../lib/record/entry.ts';
import { recordCsv } from '../../../../lib/record/export-csv.ts';
import { parseCsv } from './csv-text.ts';
import { anyEntry, anyRecordAccount, entry, mark } from './entries.ts';

const account = { label: 'owner@example.com', orgId: '12'.repeat(8), origin: 'https://www.snapengage.com' };
/** The rows as objects by column. */
function rowsOf(entries: Entry[], offset = 0): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(recordCsv({ account, entries }, () => offset));
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
}

it('writes an entry per row, with its time in UTC and what local time was ahead', () => {
  const at = Date.UTC(2026, 4, 5, 7, 0, 12, 345);
  const [row] = rowsOf([entry({ kind: 'regenerated', from: mark(18), to: { ...mark(1), lastFour: null } }, at)], 120);
  expect(row).toMatchObject({
    time: '2026-05-05T07:00:12.345Z',
    utcOffset: 'UTC+02:00',
    account: 'owner@example.com',
    accountId: `https://www.snapengage.com#${account.orgId}`,
    event: 'regenerated',
    from: '0000 0012 (0018)',
    to: '0000 0001',
    place: '',
  });
});

it('writes a whole summary', () => {
  const summary = {
    ...{ endedAs: 'unproven', reason: '=two\nlines', counts: { done: 3, skipped: 2, open: 1 } },
    downtime: { atLeast: 5, atMost: 7 },
    proofs: { new: { verdict: 'cannotTell', why: 'offline', at: 0 }, old: null },
  } as const;
  const closed = { kind: 'rotationClosed', rotation: 'a'.repeat(32), from: mark(1), to: mark(2), summary } as const;
  expect(rowsOf([entry(closed)])[0]).toMatchObject({
    rotation: 'a'.repeat(32),
    'summary.endedAs': 'unproven',
    'summary.reason': "'=two\nlines",
    'summary.counts.done': '3',
    'summary.counts.skipped': '2',
    'summary.counts.open': '1',
    'summary.downtime.atLeast': '5',
    'summary.downtime.atMost': '7',
    'summary.proofs.new.verdict': 'cannotTell',
    'summary.proofs.new.why': 'offline',
    'summary.proofs.new.at': '1970-01-01T00:00:00.000Z',
    'summary.proofs.old.verdict': '',
  });
});

it('is a header alone where nothing has happened', () => {
  const text = recordCsv({ account, entries: [] }, () => 0);
  expect(text).toMatch(/^time,utcOffset,account,accountId,event,.*,id\r\n$/);
});

it('names an account without label and orgId by its origin', () => {
  const text = recordCsv(
    { account: { ...account, label: null, orgId: null }, entries: [entry({ kind: 'clipboardCleared' })] },
    () => 0,
  );
  expect(parseCsv(text)[1]?.slice(2, 4)).toEqual(['', account.origin]);
});

/** How many facts an entry's event holds besides its kind: a mark is one, null is none. */
function factsIn(value: unknown): number {
  if (value === null) return 0;
  if (typeof value !== 'object' || 'fingerprint' in Object(value)) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + factsIn(each), 0);
}

it('has a column for every fact of every event', () => {
  fc.assert(
    fc.property(anyEntry, (any) => {
      const { time, utcOffset, account: label, accountId, event, id, ...facts } = rowsOf([any])[0] ?? {};
      expect([time, event, id]).toEqual([new Date(any.at).toISOString(), any.event.kind, any.id]);
      expect([utcOffset, label, accountId]).not.toContain('');
      // An empty text is an empty cell, as null is.
      const empty = 'reason' in any.event && any.event.reason === '' ? 1 : 0;
      const emptyInSummary = 'summary' in any.event && any.event.summary.reason === '' ? 1 : 0;
      const written = Object.values(facts).filter((fact) => fact !== '').length;
      expect(written).toBe(factsIn(any.event) - 1 - empty - emptyInSummary);
      if ('place' in any.event) expect(facts.place).toBe(unformulated(any.event.place));
    }),
  );
});

it('has rows of one length, whatever stands in them', () => {
  fc.assert(
    fc.property(anyRecordAccount, fc.array(anyEntry, { maxLength: 5 }), (whose, entries) => {
      const rows = parseCsv(recordCsv({ account: whose, entries }, () => -210));
      expect(rows).toHaveLength(entries.length + 1);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }),
  );
});
