/** One operation, from the person's confirm to the command in the page. What comes after arrives as reports. */
import { browser } from '../browser.ts';
import type { FailureCode } from '../failures.ts';
import { type Observation, operateReplySchema } from '../messages/reports.ts';
import { accountsItem, ownTabsItem } from '../state/items.ts';
import type { Intent } from '../state/schemas.ts';
import { sameMark } from '../token.ts';
import { type Look, markOf } from './accounts.ts';
import { follow, settleNotDone } from './follow.ts';
import { bringPart } from './inject.ts';
import { armStored, storedOpenIntent, updateIntent, type Wish } from './ledger.ts';
import { beginLimit, leaveEvery, leaveLimit } from './limits.ts';
import { type Reached, reachTokenPage } from './reach.ts';
import { reachInOwnTab, reportProblem, tokenPageUrl } from './read.ts';
import { isTokenSight, recordSight } from './record.ts';
import { closeOwnTab, command, dashboardTabs, delay, look, navigate } from './tabs.ts';

/** Name of the alarm that looks after an open intent should nothing else wake the worker. */
export const recoveryAlarm = 'recover';

/** Wishes this life of the worker is bringing to the page; any other armed one was left behind by a dead worker. */
const onTheWay = new Set<string>();

/**
 * Brings an open intent to its end, or to a state that says what is missing. Run at each start of the worker, at
 * each opening of the popup, and by alarm; `again`: also where the outcome is in doubt and somebody has to sign in
 * or look first.
 */
export async function recover(again: boolean): Promise<void> {
  const intent = await storedOpenIntent();
  if (!intent) {
    await browser.alarms.clear(recoveryAlarm);
    return;
  }
  // A page that is held is asked on: it may be let go, or closed, at any time.
  const waits = intent.doubt !== null && intent.doubt !== 'timedOut' && intent.need === null && !again;
  if (waits) {
    await browser.alarms.clear(recoveryAlarm);
    return;
  }
  await watchOver();
  // And read again, where somebody wants to look.
  if (again && intent.need) await updateIntent(intent.id, (each) => ({ ...each, doubt: null }));
  if (!onTheWay.has(intent.wish)) await follow(intent.id);
}

/** Has the worker woken while an intent is open; the browser may have forgotten that over a restart. */
async function watchOver(): Promise<void> {
  if (!(await browser.alarms.get(recoveryAlarm)))
    await browser.alarms.create(recoveryAlarm, { delayInMinutes: 0.5, periodInMinutes: 0.5 });
}

/**
 * Starts the operation of `wish`, unless another is open: then the open one stays what the popup shows. Calls
 * `onStored` as soon as the wish can no longer be lost.
 */
export async function start(wish: Wish, onStored: () => void = () => undefined): Promise<void> {
  // A wish that comes again while it is on its way changes nothing about that.
  const isFirst = !onTheWay.has(wish.wish);
  onTheWay.add(wish.wish);
  // First, as the worker may die at any time after: without an open intent the alarm ends by itself.
  await watchOver();
  const intent = await armStored(wish);
  // The start of the worker may have found none open just before, and put the alarm away.
  if (intent) await watchOver();
  onStored();
  if (!intent) {
    if (isFirst) onTheWay.delete(wish.wish);
    // It may be the open one, left behind by a dead worker, and have been passed over just now.
    return recover(false);
  }
  // What fails on the way is brought to its end as if the worker had died there.
  await bringToPage(intent).catch(() => undefined);
  onTheWay.delete(wish.wish);
  await follow(intent.id);
}

/** Reaches a fresh token page, compares, and hands the intent to its document. Each step is stored before it counts. */
async function bringToPage(intent: Intent): Promise<void> {
  const page = await freshTokenPage();
  if (!page.ok) return end(intent, page.failure);
  const { tab, observation } = page;
  await updateIntent(intent.id, (each) => ({ ...each, step: 'reading', tab }));
  if (isTokenSight(observation)) {
    await recordSight(observation, null);
    const refusal = await refusalOf(intent.id, observation.page);
    if (refusal) return end(intent, refusal, tab);
  }
  // Before the document is stored: a worker that dies in between leaves an intent that was never sent.
  await bringPart(tab, 'operate');
  const sent = await updateIntent(intent.id, (each) => ({ ...each, document: observation.document }));
  if (!sent) return;
  const account = (await accountsItem.get()).byKey[sent.account];
  await command(
    tab,
    {
      type: 'operate',
      document: observation.document,
      intent: intent.id,
      kind: intent.kind,
      expected: intent.expected?.fingerprint ?? null,
      orgId: account?.orgId ?? null,
      label: account?.label ?? null,
      until: sent.armedAt + beginLimit,
    },
    operateReplySchema,
  );
}

/** Why the intent `id` must not go on with what the fresh page shows, or null. */
async function refusalOf(id: string, page: Look['page']): Promise<FailureCode | null> {
  const intent = await storedOpenIntent();
  if (intent?.id !== id) return 'interrupted';
  if (intent.account !== (await accountsItem.get()).current) return 'otherAccount';
  return sameMark(await markOf(page), intent.expected) ? null : 'changedElsewhere';
}

const firstThings = new Set<FailureCode>(['signedOut', 'notOwner', 'unreadable', 'updated']);
/** An operation is not cancelled on its way: it ends by itself, within its limits. */
const never = new AbortController().signal;

/** So far (ms) the time that a page gives of itself may be off. */
const datingTolerance = 1_000;

type FreshPage = { ok: true; tab: number; observation: Observation } | { ok: false; failure: FailureCode };

/** A token page asked for just now: in the tab where the person has it open, else in an inactive tab of ours. */
async function freshTokenPage(): Promise<FreshPage> {
  const open = await openTokenPageOfPerson();
  const askedAt = Date.now();
  if (open !== null && (await loadAnew(open))) {
    const reached = await reachTokenPage(open.tab, () => undefined, never);
    // Gone back to meanwhile, what the browser has kept of this page or of an earlier one is no fresh one.
    const isOlder = ({ document, asOf }: Observation) => document === open.document || asOf < askedAt - datingTolerance;
    const isBack = reached.ok && isOlder(reached.observation);
    return isBack ? { ok: false, failure: 'interrupted' } : freshPage(open.tab, reached);
  }
  const { tab, reached } = await reachInOwnTab(() => undefined, never);
  if (tab !== null && !reached.ok) await closeOwnTab(tab);
  return freshPage(tab, reached);
}

async function freshPage(tab: number | null, reached: Reached): Promise<FreshPage> {
  if (reached.ok && tab !== null) return { ok: true, tab, observation: reached.observation };
  const failure = reached.ok ? 'timedOut' : reached.problem.failure;
  // Where the person has to do something first, the popup says what, and offers it.
  if (!reached.ok && firstThings.has(failure)) await reportProblem(reached.problem);
  return { ok: false, failure };
}

/**
 * Asks for the token page anew in the person's tab, by its address: a reload could send again what the page was the
 * answer to. False where the page stays: held by a dialog, or told apart by its hash alone.
 */
async function loadAnew({ tab, document }: { tab: number; document: string }): Promise<boolean> {
  if (!(await navigate(tab, await tokenPageUrl()))) return false;
  for (const until = Date.now() + leaveLimit; Date.now() < until; await delay(leaveEvery)) {
    const seen = await look(tab);
    if (seen && seen.document !== document) return true;
  }
  return false;
}

async function openTokenPageOfPerson(): Promise<{ tab: number; document: string } | null> {
  const own = await ownTabsItem.get();
  for (const { id: tab } of await dashboardTabs()) {
    if (own.includes(tab)) continue;
    const seen = await look(tab);
    if (seen && isTokenSight(seen)) return { tab, document: seen.document };
  }
  return null;
}

async function end(intent: Intent, failure: FailureCode, tab: number | null = null): Promise<void> {
  await settleNotDone(intent.id, failure);
  if (tab !== null) await closeOwnTab(tab);
}
