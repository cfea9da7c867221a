/** The words that a Markdown record is written in: handed in by the caller, in the person's language. */
import type { checkedTokens, EventKind, recordedOperations, recordedVerdicts } from './entry.ts';

/** Words for codes. Those of `Known` are all there; a code without a word is written as it is. */
type Words<Known extends string = never> = Readonly<Record<Known, string> & Partial<Record<string, string>>>;

export interface RecordLabels {
  /** Headlines; the account's name follows after a colon. */
  rotationRecord: string;
  accountRecord: string;
  /** Headings. */
  places: string;
  proofs: string;
  history: string;
  /** In the place of an empty table. */
  none: string;
  /** Facts and columns. */
  account: string;
  reason: string;
  path: string;
  token: string;
  startedAt: string;
  downSince: string;
  closedAt: string;
  endedAs: string;
  downtime: string;
  exportedAt: string;
  place: string;
  api: string;
  state: string;
  time: string;
  verdict: string;
  why: string;
  event: string;
  details: string;
  /** Before the time at which the former token was last seen. */
  lastSeen: string;
  /** For an account without a token. */
  noToken: string;
  events: Words<EventKind>;
  operations: Words<(typeof recordedOperations)[number]>;
  verdicts: Words<(typeof recordedVerdicts)[number]>;
  /** The token that was checked or proven. */
  tokens: Words<(typeof checkedTokens)[number] | 'new'>;
  states: Words<'open' | 'done' | 'skipped'>;
  /** Codes of other modules: why a check cannot tell, failures, formats, paths and steps of a rotation, its end, APIs. */
  whys: Words;
  failures: Words;
  formats: Words;
  paths: Words;
  steps: Words;
  endings: Words;
  apis: Words;
}

/** The word for `code`, or the code itself. */
export function wordFor(words: Words, code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;
}
