/** One account's record as a file, in one of three kinds. */
import type { Writing } from '../../lib/record/describe.ts';
import type { Entry } from '../../lib/record/entry.ts';
import { recordCsv } from '../../lib/record/export-csv.ts';
import { recordJson } from '../../lib/record/export-json.ts';
import { accountMarkdown } from '../../lib/record/export-markdown.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { type FileToSave, fileName } from '../download.ts';

export const recordKinds = ['markdown', 'csv', 'json'] as const;
export type RecordKind = (typeof recordKinds)[number];

const extensions: Record<RecordKind, string> = { markdown: 'md', csv: 'csv', json: 'json' };
const types: Record<RecordKind, string> = {
  markdown: 'text/markdown;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/** The record of `account`, whose `entries` come oldest first, as of `now` (epoch ms). */
export function recordFile(
  kind: RecordKind,
  record: { account: Account; entries: readonly Entry[] },
  now: number,
  writing: Writing,
): FileToSave {
  const { origin, orgId, label } = record.account;
  const text = textOf(kind, { account: { origin, orgId, label }, entries: record.entries }, now, writing);
  return { name: fileName('record', label ?? orgId ?? '', now, extensions[kind]), type: types[kind], text };
}

function textOf(kind: RecordKind, record: Parameters<typeof recordJson>[0], now: number, writing: Writing): string {
  switch (kind) {
    case 'markdown':
      return accountMarkdown(record, now, writing);
    case 'csv':
      return recordCsv(record, writing.offsetAt);
    case 'json':
      return recordJson(record, now);
  }
}
