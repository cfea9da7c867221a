/** One trial: a wish, the faults its plan has for it, and then what a person would do until there are final words. */
import { conclude } from './conclude.ts';
import type { Host } from './host.ts';
import { judge } from './judge.ts';
import type { FaultName, Moment, Plan } from './plan.ts';
import { countsOf, type Scene } from './scene.ts';
import { faultsOff, faultsOn } from './server-faults.ts';
import { strikeAll } from './strike.ts';
import { awaitStored, fingerprintOf, makeWish } from './wish.ts';

export interface Result {
  violations: ReturnType<typeof judge>;
  /** Faults that really struck. */
  struck: FaultName[];
  /** At which moments a running worker was ended. */
  killedAt: Moment[];
  /** ms from a worker's death until the reborn one had read its ledger and answered. */
  recoveries: number[];
  /** ms from the last death of worker or browser until the intent was settled. */
  settledAfter: number | null;
  /** How the newest intent ended: done, a failure's name, or none where the wish was never stored. */
  outcome: string;
}

/** What a trial is given; `trace` tells it, also where it does not come to its end. */
type Stage = Pick<Scene, 'host' | 'plan' | 'random' | 'trace' | 'lane'>;

/** Runs the trial that `stage.plan` plans. */
export async function runTrial(stage: Stage): Promise<Result> {
  const scene = await prepare(stage);
  const strikes = strikeAll(scene);
  const confirmed = await makeWish(scene);
  await awaitStored(scene);
  await strikes;
  const evidence = await conclude(scene, confirmed);
  tellRequests(scene);
  const last = evidence.intents.at(-1);
  const settledAfter = scene.lastDeath !== null && last?.settledAt ? last.settledAt - scene.lastDeath : null;
  return {
    violations: judge(evidence),
    struck: scene.struck,
    killedAt: scene.killedAt,
    recoveries: scene.recoveries,
    settledAfter: settledAfter !== null && settledAfter > 0 ? settledAfter : null,
    outcome: last?.outcome ? (last.outcome.kind === 'done' ? 'done' : last.outcome.failure) : 'none',
  };
}

async function prepare({ host, plan, random, trace, lane }: Stage): Promise<Scene> {
  const { dashboard, backstage } = host;
  Object.assign(dashboard.faults, faultsOff(plan));
  await openTab(host, plan);
  const { ledger } = await backstage.stored();
  const kind = dashboard.account.token === null ? 'generate' : plan.deletes ? 'delete' : 'regenerate';
  host.noteToken();
  const token = fingerprintOf(dashboard.account.token);
  trace.add(`${kind} ${token} on ${plan.skin}, ${plan.tab}, ${JSON.stringify(plan.starts)}`);
  Object.assign(dashboard.faults, faultsOn(plan));
  return {
    host,
    plan,
    random,
    trace,
    lane,
    former: ledger.at(-1)?.id ?? null,
    kind,
    popups: [],
    struck: [],
    recoveries: [],
    killedAt: [],
    reloadedAt: [],
    lastDeath: null,
    forgotten: false,
    isShown: false,
    pressedAt: [],
    isNeglected: false,
    startedAt: Date.now(),
    elsewhere: 0,
    late: host.beginTrial(),
    counts: countsOf(host),
    requestsBefore: dashboard.requests.length,
    appliedBefore: dashboard.appliedAt.length,
  };
}

/** Leaves open the one tab that the plan wants, and shows in it what the plan wants. */
async function openTab({ dashboard, backstage }: Host, plan: Plan): Promise<void> {
  const { dashboard: tabs, blank, firstUrl: there } = await backstage.tabs();
  const kept = plan.tab !== 'none' && !plan.newTab ? tabs.at(0) : undefined;
  await backstage.closeTabs([...tabs.filter((tab) => tab !== kept), ...blank.slice(1)]);
  if (plan.tab === 'none') return;
  const path = plan.tab === 'tokenPage' ? dashboard.tokenPath : '/app/settings';
  if (kept === undefined || there !== dashboard.origin + path)
    await backstage.open(dashboard.origin + path, kept ?? null);
}

/** What the server was asked in this trial. */
function tellRequests({ host, trace, requestsBefore }: Scene): void {
  const asked = host.dashboard.requests.slice(requestsBefore).filter(({ path }) => !path.startsWith('/static/'));
  trace.add(
    `the server was asked: ${asked.map(({ method, path, status }) => `${method} ${path} ${status}`).join(', ')}`,
  );
}
