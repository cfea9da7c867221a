/** Which account a page speaks of, and what a look at it says about that account's token. Pure but for hashing. */
import { clockTolerance } from '../clock.ts';
import type { PageReport } from '../messages/reports.ts';
import { own } from '../state/own.ts';
import type { Account, Accounts, Change, Intent, TokenMark } from '../state/schemas.ts';
import { markOfToken, sameMark } from '../token.ts';

/** How many accounts are kept; those not seen for longest go first. */
export const mostAccounts = 20;

/** A look at the token page of one origin. */
export interface Look {
  origin: string;
  page: Extract<PageReport, { kind: 'token' | 'none' }>;
  /** Since when the page says so, and when we saw it (epoch ms). */
  asOf: number;
  seenAt: number;
  /** The change, if there is one, is the work of an operation of ours. */
  ours: boolean;
  /** The open intent, if the page may be of its account. */
  intent?: Pick<Intent, 'account'> | null;
  /** The newest intent, where it is settled. */
  left?: Intent | null;
}

/** What `look` makes of the accounts: the account it is of, and the key it was known by before, if another. */
export interface Learned {
  accounts: Accounts;
  account: Account;
  formerKey: string | null;
  /** The look was older than what is known, and changed nothing. */
  stale: boolean;
}

/** The mark of the token a page shows; null where it shows that there is none. */
export async function markOf(page: Look['page']): Promise<TokenMark | null> {
  return page.kind === 'none' ? null : markOfToken(page.token);
}

/** Adds `look` to `accounts`. Older evidence never overwrites newer; a change by others is kept until dismissed. */
export async function learn(accounts: Accounts, look: Look): Promise<Learned> {
  const mark = await markOf(look.page);
  const known = findAccount(accounts, look, mark);
  const differs = known !== null && !sameMark(known.mark, mark);
  if (known && differs && look.asOf < knownAsOf(known, look))
    return { accounts, account: known, formerKey: null, stale: true };
  const account = accountAfter(look, known, mark);
  const byKey = { ...accounts.byKey };
  if (known) delete byKey[known.key];
  byKey[account.key] = account;
  const formerKey = known && known.key !== account.key ? known.key : null;
  const current = isBehind(accounts, known, look) ? accounts.current : account.key;
  return { accounts: { current, byKey }, account, formerKey, stale: false };
}

/** Whether `look`, at another account than the current one, is older than what is known of that: at a tab left open. */
function isBehind({ current, byKey }: Accounts, known: Account | null, look: Look): boolean {
  const latest = current === null ? null : own(byKey, current);
  return latest !== null && latest.key !== known?.key && look.asOf < knownAsOf(latest, look);
}

/**
 * `accounts` without those that are too many: the newest stay, and always the current one and the one with the key
 * `needed`. A page can make up as many as it likes.
 */
export function withinBounds(accounts: Accounts, needed: string | null): Accounts {
  const rank = (key: string) => Number(key === accounts.current || key === needed);
  // Reversed first: of two as new as each other, the one learned later stays.
  const newest = Object.entries(accounts.byKey)
    .reverse()
    .sort(([a, one], [b, other]) => rank(b) - rank(a) || other.asOf - one.asOf);
  const byKey = Object.fromEntries(newest.slice(0, mostAccounts).reverse());
  return { ...accounts, byKey };
}

/**
 * A clock that was ahead once must not make all that comes later look old: what is of the future is of no time. A clock
 * that is set back a little must not let older evidence win.
 */
function knownAsOf(known: Account, look: Look): number {
  return known.asOf > look.seenAt + clockTolerance ? 0 : known.asOf;
}

function accountAfter(look: Look, known: Account | null, mark: TokenMark | null): Account {
  const differs = known !== null && !sameMark(known.mark, mark);
  const orgId = look.page.orgId ?? known?.orgId ?? null;
  const label = look.page.label ?? known?.label ?? null;
  return {
    key: keyOf(look.origin, orgId ?? label),
    origin: look.origin,
    orgId,
    label,
    mark,
    since: known && !differs ? known.since : { at: look.seenAt, how: look.ours ? 'created' : 'seen' },
    asOf: Math.max(look.asOf, known ? knownAsOf(known, look) : 0),
    change: changeAfter(look, known, mark),
  };
}

const keyOf = (origin: string, name: string | null) => `${origin}#${name ?? ''}`;

function changeAfter(look: Look, known: Account | null, mark: TokenMark | null): Change | null {
  if (!known || look.ours) return null;
  // What was wished for, and left unknown, is no news of somebody else's.
  if (isLeft(look.left, known, mark)) return known.change;
  if (sameMark(known.mark, mark)) return known.change;
  const from = known.change ?? { from: known.mark, lastSeenAt: known.asOf };
  return { from: from.from, to: mark, lastSeenAt: from.lastSeenAt, noticedAt: look.seenAt };
}

/** Whether the wish `left` ended unknown, and `mark` may be what it has made of the token of `known`. */
function isLeft(left: Intent | null | undefined, known: Account, mark: TokenMark | null): boolean {
  if (left?.outcome?.kind !== 'notDone' || left.outcome.failure !== 'unknownOutcome') return false;
  const isIts = left.account === known.key && sameMark(left.expected, known.mark);
  return isIts && (mark === null) === (left.kind === 'delete');
}

/**
 * The known account that `look` is of: the one with its orgId; without one (a page without a token shows none) the
 * one with its label; an account known by its label alone also once its orgId appears.
 */
function findAccount(accounts: Accounts, { origin, page, intent }: Look, mark: TokenMark | null): Account | null {
  const here = Object.values(accounts.byKey).filter((account) => account.origin === origin);
  const byOrg = here.find((account) => page.orgId !== null && account.orgId === page.orgId);
  if (byOrg) return byOrg;
  const open = page.orgId === null ? here : here.filter((account) => account.orgId === null);
  // A page that names nobody yet, as one does that is still drawing itself, is of nobody else.
  if (page.orgId === null && page.label === null && here.length === 1) return here[0] ?? null;
  const byLabel = open.filter((account) => account.label === page.label);
  // Where several have it, it is the one whose token is being deleted just now, or is known to be as the page says; else
  // an account known by that label alone is still the same one: its key is its label.
  const isAwaited = ({ key }: Account) => key === intent?.account;
  const isCurrent = (account: Account) => account.key === accounts.current && sameMark(account.mark, mark);
  const isOnlyNamed = ({ orgId }: Account) => byLabel.length === 1 || orgId === null;
  const named = byLabel.find(isAwaited) ?? byLabel.find(isCurrent) ?? byLabel.find(isOnlyNamed);
  // A label that reads like another account's number would take that account's place.
  return named ?? own(accounts.byKey, keyOf(origin, page.orgId ?? page.label));
}
