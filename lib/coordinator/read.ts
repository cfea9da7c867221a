/** Reading the token: from pages that are open, or afresh from a tab opened for it and closed again. */
import { hasAccess } from '../access.ts';
import { dashboardOrigin, dashboardUrl, rememberablePath } from '../dashboard/urls.ts';
import type { FailureCode } from '../failures.ts';
import type { Observation } from '../messages/reports.ts';
import { accountsItem, pathsItem, problemItem, readingItem } from '../state/items.ts';
import type { Problem, ReadingStep } from '../state/schemas.ts';
import { lookSurely } from './inject.ts';
import { emptySteadyFor } from './limits.ts';
import { failed, type Reached, reachTokenPage } from './reach.ts';
import { isTokenSight, recordSight, type TokenSight } from './record.ts';
import { closeOwnTab, dashboardTabs, delay, look, openOwnTab, tabState } from './tabs.ts';

type OnStep = (step: ReadingStep) => void;

let underWay: Promise<Reached> | null = null;
let cancel = new AbortController();

/**
 * Reads the token from a page loaded for it, in an inactive tab of ours. Callers at the same time share one read.
 * What is found is recorded; why nothing is found becomes the stored problem.
 */
export function readAfresh(): Promise<Reached> {
  underWay ??= readNow().finally(() => {
    underWay = null;
  });
  return underWay;
}

/** Ends the read under way, if any; what is known stays. */
export async function cancelReading(): Promise<void> {
  cancel.abort();
  await readingItem.set(null);
}

/** The same, and waits until it has ended and its tab is closed. */
export async function stopReading(): Promise<void> {
  await cancelReading();
  await underWay?.catch(() => undefined);
}

async function readNow(): Promise<Reached> {
  cancel = new AbortController();
  const { signal } = cancel;
  const startedAt = Date.now();
  const onStep: OnStep = (step) => {
    if (!signal.aborted) void readingItem.set({ step, startedAt });
  };
  onStep('opening');
  try {
    const reached = await visit(onStep, signal);
    if (!reached.ok) await reportProblem(reached.problem);
    else if (isTokenSight(reached.observation)) await recordRead(reached.observation, startedAt);
    return reached;
  } finally {
    await readingItem.set(null);
  }
}

/** Records what was read; the tab that worked on an intent which that settles is not needed any more. */
async function recordRead(sight: TokenSight, startedAt: number): Promise<void> {
  const settled = await recordSight(sight, startedAt);
  if (settled?.tab) await closeOwnTab(settled.tab);
}

async function visit(onStep: OnStep, signal: AbortSignal): Promise<Reached> {
  if (!(await hasAccess())) return failed('noAccess');
  const { tab, reached } = await reachInOwnTab(onStep, signal);
  if (tab !== null) await closeOwnTab(tab);
  return reached;
}

/**
 * Failures that a remembered way which no longer leads to the token page may be the cause of, and whether another way is
 * tried at once: one that leads to a sign-in may be a sign-out.
 */
const lostWays: Partial<Record<FailureCode, boolean>> = {
  pageError: true,
  unreadable: true,
  timedOut: true,
  signedOut: false,
  notOwner: false,
};

/**
 * Gets an inactive tab of ours to the token page: by the remembered way, and where that leads there no more, from
 * the dashboard's start page. The tab is the caller's to close; null where the browser has no window for it.
 */
export async function reachInOwnTab(
  onStep: OnStep,
  signal: AbortSignal,
): Promise<{ tab: number | null; reached: Reached }> {
  const { [dashboardOrigin]: known, ...others } = await pathsItem.get();
  const tab = await openOwnTab(dashboardUrl(known));
  if (tab === null) return { tab, reached: failed('timedOut') };
  const reached = await reachTokenPage(tab, onStep, signal);
  if (reached.ok) await rememberWay(tab);
  const triesAgain = !reached.ok && known ? lostWays[reached.problem.failure] : undefined;
  if (triesAgain !== undefined) await pathsItem.set(others);
  if (!triesAgain) return { tab, reached };
  await closeOwnTab(tab);
  return reachInOwnTab(onStep, signal);
}

/** Remembers the way to the token page that `tab` shows. A script of the page can have it be any path of the dashboard's. */
async function rememberWay(tab: number): Promise<void> {
  const path = rememberablePath((await tabState(tab)).url);
  if (path) await pathsItem.set({ ...(await pathsItem.get()), [dashboardOrigin]: path });
}

/** The token page's address, once it was recognised; else the dashboard's start page. */
export async function tokenPageUrl(): Promise<string> {
  return dashboardUrl((await pathsItem.get())[dashboardOrigin]);
}

/** Records why the token page was not reached; a cancelled read matters only where nothing else is known. */
export async function reportProblem(problem: Omit<Problem, 'at'>): Promise<void> {
  if (problem.failure === 'cancelled' && (await accountsItem.get()).current !== null) return;
  await problemItem.set({ ...problem, at: Date.now() });
}

/** Looks at the token pages that are open, opening nothing. Gives whether any was seen. */
export async function refresh(): Promise<boolean> {
  if (!(await hasAccess())) return false;
  const seen = await Promise.all((await dashboardTabs()).map(({ id }) => steadySight(id)));
  const sights = seen.filter((each): each is Observation => each !== null).filter(isTokenSight);
  for (const sight of sights.sort((a, b) => a.asOf - b.asOf)) await recordSight(sight, null);
  return sights.length > 0;
}

/** What `tab` shows; that there is no token only where its page says so all the while: it may not have drawn it yet. */
export async function steadySight(tab: number): Promise<Observation | null> {
  const seen = await lookSurely(tab);
  if (seen?.page.kind !== 'none') return seen;
  await delay(emptySteadyFor);
  const again = await look(tab);
  if (again?.page.kind !== 'none') return again;
  return again.document === seen.document && again.asOf === seen.asOf ? again : null;
}
