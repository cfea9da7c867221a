/** Reading the token: from pages that are open, or afresh from a tab opened for it and closed again. */
import { hasAccess } from '../access.ts';
import { dashboardOrigin, dashboardUrl, rememberablePath } from '../dashboard/urls.ts';
import type { Observation } from '../messages/reports.ts';
import { pathsItem, problemItem, readingItem } from '../state/items.ts';
import type { Problem, ReadingStep } from '../state/schemas.ts';
import { type Reached, reachTokenPage } from './reach.ts';
import { isTokenSight, recordSight } from './record.ts';
import { closeOwnTab, dashboardTabs, look, openOwnTab, tabState } from './tabs.ts';

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

async function readNow(): Promise<Reached> {
  cancel = new AbortController();
  const { signal } = cancel;
  const startedAt = Date.now();
  const onStep = (step: ReadingStep) => {
    if (!signal.aborted) void readingItem.set({ step, startedAt });
  };
  onStep('opening');
  try {
    const reached = await visit(onStep, signal);
    if (reached.ok && isTokenSight(reached.observation)) await recordSight(reached.observation, true);
    else if (!reached.ok) await reportProblem(reached.problem);
    return reached;
  } finally {
    await readingItem.set(null);
  }
}

async function visit(onStep: (step: ReadingStep) => void, signal: AbortSignal): Promise<Reached> {
  if (!(await hasAccess())) return { ok: false, problem: { failure: 'noAccess', reason: null, report: null } };
  const tab = await openTokenPage();
  if (tab === null) return { ok: false, problem: { failure: 'timedOut', reason: null, report: null } };
  try {
    return await reachAndRemember(tab, onStep, signal);
  } finally {
    await closeOwnTab(tab);
  }
}

/** Opens an inactive tab of ours on the token page, or where the way to it begins; null where there is no window. */
export async function openTokenPage(): Promise<number | null> {
  return openOwnTab(await tokenPageUrl());
}

/** The token page's address, once it was recognised; else the dashboard's start page. */
export async function tokenPageUrl(): Promise<string> {
  return dashboardUrl((await pathsItem.get())[dashboardOrigin]);
}

/** `reachTokenPage`, and the way is remembered; a remembered way that no longer leads there is forgotten. */
export async function reachAndRemember(
  tab: number,
  onStep: (step: ReadingStep) => void,
  signal: AbortSignal,
): Promise<Reached> {
  const reached = await reachTokenPage(tab, onStep, signal);
  const { [dashboardOrigin]: known, ...others } = await pathsItem.get();
  if (reached.ok) {
    const path = rememberablePath((await tabState(tab)).url ?? '');
    if (path && path !== known) await pathsItem.set({ ...others, [dashboardOrigin]: path });
  } else if (known && ['pageError', 'unreadable', 'timedOut'].includes(reached.problem.failure)) {
    await pathsItem.set(others);
  }
  return reached;
}

/** Records why a read did not get to the token; a cancelled read is no problem. */
async function reportProblem(problem: Omit<Problem, 'at'>): Promise<void> {
  if (problem.failure !== 'cancelled') await problemItem.set({ ...problem, at: Date.now() });
}

/** Looks at the token pages that are open, opening nothing. Gives whether any was seen. */
export async function refresh(): Promise<boolean> {
  if (!(await hasAccess())) return false;
  const seen = await Promise.all((await dashboardTabs()).map(({ id }) => look(id)));
  const sights = seen.filter((each): each is Observation => each !== null).filter(isTokenSight);
  for (const sight of sights.sort((a, b) => a.asOf - b.asOf)) await recordSight(sight, false);
  return sights.length > 0;
}
