/** The whole stored state as one value, and what the popup shows of it: a function, with no decision elsewhere. */

import type { FailureCode, UnreadableReason } from '../failures.ts';
import type { ClearOutcome } from '../messages/offscreen.ts';
import { sameMark } from '../token.ts';
import { type Around, aroundOf, type Belongings } from './around.ts';
import { own } from './own.ts';
import type {
  Account,
  Accounts,
  Change,
  ClearingNote,
  Intent,
  Need,
  OperationKind,
  OperationStep,
  Problem,
  Reading,
  ReadingStep,
  TokenMark,
} from './schemas.ts';

/** Everything the popup is a view of. `secrets` maps account keys to tokens and lives in memory only. */
export interface Desk extends Belongings {
  accounts: Accounts;
  ledger: Intent[];
  secrets: Record<string, { token: string }>;
  reading: Reading | null;
  problem: Problem | null;
  /** What became of the last clear of the clipboard. */
  clearingNote: ClearingNote | null;
  /** Names of stored items that another version wrote and this one could not read; they were kept aside. */
  setAside: string[];
  /** Whether the browser grants the dashboard's site. */
  granted: boolean;
}

/** One state per branch, each with a name, a sentence and a next step (product.md, What the popup can show). */
export type View =
  | { name: 'reading'; step: ReadingStep; startedAt: number }
  | { name: 'token'; token: string; mark: TokenMark }
  | { name: 'remembered'; mark: TokenMark }
  | { name: 'none' }
  | { name: 'signedOut' }
  | { name: 'notOwner' }
  | { name: 'noAccess' }
  | { name: 'unreadable'; reason: UnreadableReason; report: string }
  | { name: 'working'; kind: OperationKind; step: OperationStep; startedAt: number }
  | { name: 'needsYou'; kind: OperationKind; need: Need; startedAt: number }
  | { name: 'unknownOutcome'; kind: OperationKind; doubt: FailureCode; askedAt: number; looking: boolean }
  | { name: 'failed'; failure: 'offline' | 'timedOut' | 'pageError' | 'cancelled' }
  | { name: 'updated' };

/** What is said beside the state, until dismissed. */
export type Notice =
  | { name: 'done'; kind: OperationKind; intent: string; from: TokenMark | null; to: TokenMark | null }
  | { name: 'notDone'; kind: OperationKind; intent: string; failure: FailureCode }
  | { name: 'changedElsewhere'; account: string; change: Change }
  | { name: 'clipboard'; what: ClearOutcome }
  | { name: 'setAside' };

export interface Shown {
  /** Whose token it is; null until a page has said so. */
  account: Account | null;
  view: View;
  notice: Notice | null;
  /** The newest intent there is. */
  newest: string | null;
  around: Around;
}

/** The token where it is in memory and nothing else is to be shown; else null. */
export function tokenIn({ view }: Pick<Shown, 'view'>): string | null {
  return view.name === 'token' ? view.token : null;
}

/** What the popup shows for `desk`: the one place where stored state becomes a view. */
export function shownOf(desk: Desk): Shown {
  const account = currentAccount(desk.accounts);
  return {
    account,
    view: viewOf(desk, account),
    notice: noticeOf(desk, account),
    newest: newestIn(desk.ledger),
    around: aroundOf(desk, account?.key ?? null),
  };
}

/** The account seen last, or null where none was ever seen. */
export function currentAccount(accounts: Accounts): Account | null {
  return accounts.current === null ? null : own(accounts.byKey, accounts.current);
}

/** The intent that still stands between armed and settled; there is at most one. */
export function openIntent(ledger: readonly Intent[]): Intent | null {
  return ledger.find((intent) => intent.stage !== 'settled') ?? null;
}

/** The id of the newest intent, or null where there is none. */
export function newestIn(ledger: readonly Intent[]): string | null {
  return ledger.at(-1)?.id ?? null;
}

/** Problems that pass by themselves. */
export const passing: ReadonlySet<FailureCode> = new Set(['offline', 'timedOut', 'pageError', 'cancelled']);

function viewOf(desk: Desk, account: Account | null): View {
  if (!desk.granted) return { name: 'noAccess' };
  const intent = openIntent(desk.ledger);
  if (intent) return viewOfIntent(intent, desk.reading);
  const secret = account?.mark ? own(desk.secrets, account.key) : null;
  if (desk.reading && !secret) return { name: 'reading', ...desk.reading };
  // A token in memory is worth more than the news that the dashboard could not be reached just now.
  if (desk.problem && !(secret && passing.has(desk.problem.failure))) return viewOfProblem(desk.problem);
  return viewOfAccount(account, secret);
}

function viewOfAccount(account: Account | null, secret: { token: string } | null): View {
  if (!account) return { name: 'reading', step: 'opening', startedAt: 0 };
  if (!account.mark) return { name: 'none' };
  const { mark } = account;
  return secret ? { name: 'token', token: secret.token, mark } : { name: 'remembered', mark };
}

function viewOfIntent(intent: Intent, reading: Reading | null): View {
  const { kind } = intent;
  if (intent.doubt) {
    const askedAt = intent.firedAt ?? intent.armedAt;
    return { name: 'unknownOutcome', kind, doubt: intent.doubt, askedAt, looking: reading !== null };
  }
  if (intent.need) return { name: 'needsYou', kind, need: intent.need, startedAt: intent.armedAt };
  return { name: 'working', kind, step: intent.step, startedAt: intent.armedAt };
}

function viewOfProblem(problem: Problem): View {
  switch (problem.failure) {
    case 'signedOut':
    case 'notOwner':
    case 'noAccess':
    case 'updated':
      return { name: problem.failure };
    case 'unreadable':
      return { name: 'unreadable', reason: problem.reason ?? 'ambiguous', report: problem.report ?? '' };
    case 'offline':
    case 'timedOut':
    case 'pageError':
    case 'cancelled':
      return { name: 'failed', failure: problem.failure };
    default:
      return { name: 'failed', failure: 'pageError' };
  }
}

/** Whether `intent` is of `account`, or a wish that met it in place of its own. */
export function concerns({ account: key, outcome }: Intent, account: Account | null): boolean {
  if (outcome?.kind === 'notDone' && outcome.failure === 'otherAccount') return true;
  return key === account?.key;
}

/** What is said of the end of `intent` beside `account`; null where something else is the news by now. */
function endOf({ kind, id: intent, expected, outcome }: Intent, account: Account | null): Notice | null {
  if (!outcome) return null;
  if (outcome.kind === 'done') {
    // Done, but no longer so: the token was changed since, and that is what is said.
    const isOvertaken = outcome.mark?.fingerprint !== account?.mark?.fingerprint;
    return isOvertaken ? null : { name: 'done', kind, intent, from: expected, to: outcome.mark };
  }
  const { failure } = outcome;
  if (failure !== 'refused' || sameMark(account?.mark ?? null, expected))
    return { name: 'notDone', kind, intent, failure };
  // The token is another one since: by others, or by a request that came to its end after all.
  return account?.change ? null : { name: 'notDone', kind, intent, failure: 'unknownOutcome' };
}

function noticeOf(desk: Desk, account: Account | null): Notice | null {
  const newest = desk.ledger.findLast((intent) => concerns(intent, account));
  const end = newest && !newest.seen ? endOf(newest, account) : null;
  if (end) return end;
  if (desk.clearingNote) return { name: 'clipboard', what: desk.clearingNote.what };
  if (account?.change) return { name: 'changedElsewhere', account: account.key, change: account.change };
  return desk.setAside.length > 0 ? { name: 'setAside' } : null;
}
