/** Getting a tab to the token page: wait, look, take a menu step, and say what stands in the way. */
import type { FailureCode } from '../failures.ts';
import { type Observation, type PageReport, walkReplySchema } from '../messages/reports.ts';
import type { Problem, ReadingStep } from '../state/schemas.ts';
import { ensureScript } from './inject.ts';
import {
  emptySteadyFor,
  firstSightLimit,
  lookEvery,
  reachLimit,
  settleLimit,
  signInSteadyFor,
  walkLimit,
} from './limits.ts';
import { nextSighting } from './sightings.ts';
import { command, delay, look, tabState } from './tabs.ts';

export type Reached = { ok: true; observation: Observation } | { ok: false; problem: Omit<Problem, 'at'> };

/** A menu is not that deep; a page that leads on and on is not the dashboard we know. */
const mostSteps = 10;
/** A tab found closed to us that often in a row stays so. */
const closedTries = 3;

/**
 * Waits until `tab` shows the token page, walking the menu where it shows another page of the dashboard. Gives the
 * observation of the token page (with a token or without one), or why it cannot be had. Presses menu entries only.
 */
export async function reachTokenPage(
  tab: number,
  onStep: (step: ReadingStep) => void,
  cancel: AbortSignal,
): Promise<Reached> {
  const signal = AbortSignal.any([cancel, AbortSignal.timeout(reachLimit)]);
  let seen = await firstSighting(tab, signal);
  let walkedToToken = false;
  for (let steps = 0; seen && steps < mostSteps && !signal.aborted; steps += 1) {
    if (await isArrived(tab, seen)) return { ok: true, observation: seen };
    const step = routeOf(seen.page);
    onStep(stepOf(seen.page));
    walkedToToken ||= step === 'apiToken';
    if (step) await command(tab, { type: 'walk', document: seen.document }, walkReplySchema);
    const next = await settled(tab, seen, signal, limitOf(seen.page));
    if (!next) return stuck(tab, seen.page, walkedToToken);
    seen = next;
  }
  return failed(cancel.aborted ? 'cancelled' : await whyStopped(tab, seen));
}

/** Whether `seen` is the token page: with a token, or without one and still so a moment later. */
async function isArrived(tab: number, seen: Observation): Promise<boolean> {
  if (seen.page.kind !== 'none') return seen.page.kind === 'token';
  await delay(emptySteadyFor);
  const again = await look(tab);
  return again?.document === seen.document && again.page.kind === 'none';
}

/** How long a page may take to show something else. */
function limitOf(page: PageReport): number {
  if (page.kind === 'signedOut') return signInSteadyFor;
  return routeOf(page) ? walkLimit : settleLimit;
}

/** Why a tab that shows nothing new does not get to the token page; only a page still there is judged. */
async function stuck(tab: number, page: PageReport, walked: boolean): Promise<Reached> {
  const { where } = await tabState(tab);
  if (where === 'gone') return failed('cancelled');
  if (where === 'elsewhere') return failed('signedOut');
  return { ok: false, problem: problemOf(page, walked) };
}

function stepOf(page: PageReport): ReadingStep {
  if (page.kind === 'signedOut') return 'opening';
  return routeOf(page) ? 'finding' : 'reading';
}

function routeOf(page: PageReport): string | null {
  return page.kind === 'app' ? page.route : null;
}

/** A way that ended with `failure`. */
export function failed(failure: FailureCode): Reached {
  return { ok: false, problem: { failure, reason: null, report: null } };
}

/** The first thing the tab shows that we know, or null where it never does. */
async function firstSighting(tab: number, signal: AbortSignal): Promise<Observation | null> {
  const deadline = Date.now() + firstSightLimit;
  for (let closed = 0; Date.now() < deadline && closed < closedTries && !signal.aborted; ) {
    const seen = await nextKnown(tab, () => true, signal);
    if (seen) return seen;
    if (await isClosedToUs(tab)) closed += 1;
  }
  return null;
}

/** What the tab shows next that we know and `accept` takes; null where it shows nothing such for now. */
async function nextKnown(
  tab: number,
  accept: (seen: Observation) => boolean,
  signal: AbortSignal,
): Promise<Observation | null> {
  const isKnown = (seen: Observation) => seen.page.kind !== 'other' && accept(seen);
  const seen = (await nextSighting(tab, isKnown, lookEvery, signal)) ?? (await look(tab));
  return seen && isKnown(seen) ? seen : null;
}

/** The tab has loaded, and no script of ours can be in it: left for an identity provider, the browser's error page. */
async function isClosedToUs(tab: number): Promise<boolean> {
  const { where, loaded } = await tabState(tab);
  return where === 'gone' || (loaded && !(await ensureScript(tab)));
}

/** The first different thing the tab shows within the settle limit, or null. */
async function settled(
  tab: number,
  from: Observation,
  signal: AbortSignal,
  limit: number,
): Promise<Observation | null> {
  const deadline = Date.now() + limit;
  while (Date.now() < deadline && !signal.aborted) {
    const seen = await nextKnown(tab, (each) => !sameSight(each, from), signal);
    if (seen) return seen;
    if ((await tabState(tab)).where === 'gone') break;
  }
  return null;
}

function sameSight(a: Observation, b: Observation): boolean {
  const route = (page: PageReport) =>
    page.kind === 'app' ? page.route : page.kind === 'unreadable' ? page.reason : null;
  return a.document === b.document && a.page.kind === b.page.kind && route(a.page) === route(b.page);
}

/** Why a page that does not change any more is not the token page. */
function problemOf(page: PageReport, walked: boolean): Omit<Problem, 'at'> {
  const plain = (failure: FailureCode) => ({ failure, reason: null, report: null });
  switch (page.kind) {
    case 'signedOut':
      return plain('signedOut');
    case 'unreadable':
      return { failure: 'unreadable', reason: page.reason, report: page.report };
    case 'error':
      return plain('pageError');
    case 'app':
      return walked ? { failure: 'unreadable', reason: 'noControls', report: '' } : plain('notOwner');
    default:
      return plain('timedOut');
  }
}

async function whyStopped(tab: number, seen: Observation | null): Promise<FailureCode> {
  if (seen) return 'timedOut';
  const { where, loaded } = await tabState(tab);
  if (where === 'gone') return 'cancelled';
  if (where === 'elsewhere') return 'signedOut';
  if (!loaded) return 'timedOut';
  // It answers, and shows nothing we know: the dashboard is being worked on, or asks for something first.
  const shown = await look(tab);
  if (shown) return shown.page.kind === 'other' ? 'pageError' : 'timedOut';
  // A script can enter, and none answers: what is there belongs to a former version of the extension.
  return (await ensureScript(tab)) ? 'updated' : 'offline';
}
