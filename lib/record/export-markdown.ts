/** The record as Markdown, ready for a change ticket: of one rotation, or of one account. */

import type { TokenMark } from '../state/schemas.ts';
import { type AccountRecord, accountIdOf, type RecordAccount } from './account-record.ts';
import { changeText, detailsText, spanText, tokenText, type Writing } from './describe.ts';
import type { Entry, Span } from './entry.ts';
import { wordFor } from './labels.ts';
import { escapeMarkdown, factList, heading, markdownOf, table } from './markdown.ts';
import { localTime } from './written.ts';

type Mark = TokenMark | null;

/** A rotation as its record tells it. Times are epoch ms; codes are those of the rotation, worded by the labels. */
export interface RotationRecord {
  account: RecordAccount;
  reason: string;
  path: string;
  from: Mark;
  to: Mark;
  startedAt: number;
  /** When the old token died; null: it has not. */
  downSince: number | null;
  /** How long connections were down in all, in ms, as the rotation's clock has it. */
  downtime: Span | null;
  closedAt: number | null;
  endedAs: string | null;
  items: readonly PlaceRecord[];
  proofs: readonly ProofRecord[];
}

export interface PlaceRecord {
  name: string;
  api: string;
  state: 'open' | 'done' | 'skipped';
  at: number | null;
  skipReason: string;
}

export interface ProofRecord {
  which: 'new' | 'old';
  verdict: 'accepted' | 'refused' | 'cannotTell';
  why: string | null;
  at: number;
}

/**
 * One rotation with its places and proofs, and the history it belongs to: `entries`, those of its account, oldest
 * first. Nothing in a value can become markup.
 */
export function rotationMarkdown(rotation: RotationRecord, entries: readonly Entry[], writing: Writing): string {
  const { labels } = writing;
  return markdownOf([
    heading(1, titleOf(labels.rotationRecord, rotation.account)),
    rotationFacts(rotation, writing),
    heading(2, labels.places),
    placesTable(rotation.items, writing),
    heading(2, labels.proofs),
    proofsTable(rotation.proofs, writing),
    heading(2, labels.history),
    historyTable(entries, writing),
  ]);
}

/** All of one account's history, oldest entry first. `now` (epoch ms) is written down as the time of the export. */
export function accountMarkdown({ account, entries }: AccountRecord, now: number, writing: Writing): string {
  const { labels, offsetAt } = writing;
  return markdownOf([
    heading(1, titleOf(labels.accountRecord, account)),
    factList([
      [labels.account, accountIdOf(account)],
      [labels.exportedAt, localTime(now, offsetAt)],
    ]),
    heading(2, labels.history),
    historyTable(entries, writing),
  ]);
}

function titleOf(title: string, account: RecordAccount): string {
  return `${title}: ${account.label ?? accountIdOf(account)}`;
}

function rotationFacts(rotation: RotationRecord, writing: Writing): string {
  const { labels } = writing;
  return factList([
    [labels.account, accountIdOf(rotation.account)],
    [labels.reason, rotation.reason || null],
    [labels.path, wordFor(labels.paths, rotation.path)],
    [labels.token, changeText(rotation.from, rotation.to, labels)],
    [labels.startedAt, timeText(rotation.startedAt, writing)],
    [labels.downSince, timeText(rotation.downSince, writing)],
    [labels.closedAt, timeText(rotation.closedAt, writing)],
    [labels.endedAs, rotation.endedAs && wordFor(labels.endings, rotation.endedAs)],
    [labels.downtime, rotation.downtime && spanText(rotation.downtime)],
  ]);
}

function placesTable(items: readonly PlaceRecord[], writing: Writing): string {
  const { labels } = writing;
  const rows = items.map(({ name, api, state, at, skipReason }) => [
    name,
    wordFor(labels.apis, api),
    wordFor(labels.states, state),
    timeText(at, writing) ?? '',
    skipReason,
  ]);
  return tableOrNone([labels.place, labels.api, labels.state, labels.time, labels.reason], rows, writing);
}

function proofsTable(proofs: readonly ProofRecord[], writing: Writing): string {
  const { labels } = writing;
  const rows = proofs.map(({ which, verdict, why, at }) => [
    wordFor(labels.tokens, which),
    wordFor(labels.verdicts, verdict),
    why === null ? '' : wordFor(labels.whys, why),
    localTime(at, writing.offsetAt),
  ]);
  return tableOrNone([labels.token, labels.verdict, labels.why, labels.time], rows, writing);
}

function historyTable(entries: readonly Entry[], writing: Writing): string {
  const { labels, offsetAt } = writing;
  const rows = entries.map(({ at, event }) => [
    localTime(at, offsetAt),
    wordFor(labels.events, event.kind),
    tokenText(event, labels),
    detailsText(event, writing),
  ]);
  return tableOrNone([labels.time, labels.event, labels.token, labels.details], rows, writing);
}

function tableOrNone(columns: readonly string[], rows: string[][], { labels }: Writing): string {
  return rows.length === 0 ? escapeMarkdown(labels.none) : table(columns, rows);
}

function timeText(at: number | null, { offsetAt }: Writing): string | null {
  return at === null ? null : localTime(at, offsetAt);
}
