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
  Outcome,
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
  /** `mayBeOurs`: it may be what had ended as refused, or unknown, after all. */
  | { name: 'changedElsewhere'; account: string; change: Change; mayBeOurs: boolean }
  | { name: 'clipboard'; what: ClearOutcome }
  | { name: 'setAside' };

/**
 * Which notice it is: what is dismissed is what the person had before them. Of the clipboard, and of what was set aside,
 * there is one at a time.
 */
export function noticeId(notice: Notice): string {
  const { name, intent, change }: { name: string; intent?: string; change?: Change } = notice;
  return `${name} ${intent ?? change?.noticedAt ?? ''}`;
}

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

/** The tokens that `shown` holds, the replaced one too: nothing that is written down may hold a part of one. */
export function tokensIn(shown: Shown): string[] {
  return [tokenIn(shown), shown.around.oldToken].filter((token) => token !== null);
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
  const secret = account?.mark && !mayBeDead(account, desk.ledger) ? own(desk.secrets, account.key) : null;
  if (desk.reading && !secret) return { name: 'reading', ...desk.reading };
  // A token in memory is worth more than the news that the dashboard could not be reached just now.
  if (desk.problem && !(secret && passing.has(desk.problem.failure))) return viewOfProblem(desk.problem);
  return viewOfAccount(account, secret);
}

/** Whether the token that is known may be dead: what was to replace it was left unknown, and no page was seen after that. */
function mayBeDead({ key, asOf, mark }: Account, ledger: readonly Intent[]): boolean {
  return ledger.some(({ account, outcome, firedAt, settledAt, expected }) => {
    const isUnknown = failureIn(outcome) === 'unknownOutcome' && firedAt !== null;
    return isUnknown && account === key && sameMark(expected, mark) && asOf < (settledAt ?? firedAt);
  });
}

const failureIn = (outcome: Outcome | null) => (outcome?.kind === 'notDone' ? outcome.failure : null);

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

/** The intent whose end is the news beside `account`: its newest, or one that met it in place of its own account. */
function newestEnd(ledger: readonly Intent[], account: Account | null): Intent | null {
  const last = ledger.at(-1);
  if (!last?.outcome) return null;
  if (failureIn(last.outcome) === 'otherAccount' && !last.seen) return last;
  return ledger.findLast(({ account: key }) => key === account?.key) ?? null;
}

/** What is said of the end of `intent` beside `account`; null where it was said, or the token was changed since. */
function endOf({ kind, id: intent, expected, outcome, seen }: Intent, account: Account | null): Notice | null {
  if (!outcome || seen) return null;
  const mark = account?.mark ?? null;
  if (outcome.kind === 'done')
    return sameMark(outcome.mark, mark) ? { name: 'done', kind, intent, from: expected, to: outcome.mark } : null;
  const { failure } = outcome;
  return failure === 'refused' && !sameMark(expected, mark) ? null : { name: 'notDone', kind, intent, failure };
}

/** No server works on a request for longer (ms): a change that comes later after a press is somebody else's. */
const lateWorkLimit = 600_000;

/** Whether `change` may be what was wished for and pressed, though that had ended as refused, or unknown. */
function isLate(ledger: readonly Intent[], key: string, { to, lastSeenAt, noticedAt }: Change): boolean {
  return ledger.some(({ account, kind, outcome, firedAt, heldUntil = 0 }) => {
    const failure = failureIn(outcome);
    const isOpenToDoubt = failure === 'refused' || failure === 'unknownOutcome';
    if (account !== key || !isOpenToDoubt || firedAt === null) return false;
    // It lies between the two looks.
    const mayFollow = noticedAt > firedAt && lastSeenAt - Math.max(firedAt, heldUntil) < lateWorkLimit;
    return mayFollow && (to === null) === (kind === 'delete');
  });
}

function noticeOf(desk: Desk, account: Account | null): Notice | null {
  const newest = newestEnd(desk.ledger, account);
  const end = newest && endOf(newest, account);
  if (end) return end;
  if (desk.clearingNote) return { name: 'clipboard', what: desk.clearingNote.what };
  if (account?.change) {
    const { key, change } = account;
    return { name: 'changedElsewhere', account: key, change, mayBeOurs: isLate(desk.ledger, key, change) };
  }
  return desk.setAside.length > 0 ? { name: 'setAside' } : null;
}
