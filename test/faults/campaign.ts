/** Many trials on several browsers at the same time, and their sum. */
import { join } from 'node:path';
import { noFaults } from '../dashboard/faults.ts';
import type { SkinName } from '../dashboard/server.ts';
import { until } from '../e2e/support/until.ts';
import { Random } from '../fuzz/page/random.ts';
import { buildHash } from '../run/build-hash.ts';
import { Host } from './host.ts';
import { Lanes } from './lanes.ts';
import { type Plan, planOf } from './plan.ts';
import { Trace } from './trace.ts';
import { type Result, runTrial } from './trial.ts';
import { vendorNamed } from './vendor.ts';
import { fingerprintOf } from './wish.ts';

export interface Campaign {
  browser: 'chromium' | 'firefox';
  trials: number;
  /** The first trial; default: 0. */
  from?: number;
  seed: number;
  /** Leaves out each trial whose plan has not this fault. */
  only?: string;
  /** Browsers that are open at the same time, and how many of them work at the same time. */
  hosts: number;
  working: number;
  /** The folder that holds chrome-mv3 and firefox-mv3. */
  builds: string;
  say(text: string): void;
  /** Ends it early, after the trials under way. */
  signal?: AbortSignal;
  /** Says the trace of each trial, not only of those that break a promise. */
  verbose?: boolean;
}

/** Trials on one skin before the next is worn, and before the browser is changed for a fresh one. */
const trialsPerSkin = 25;
const trialsPerHost = 250;
/** A trial that takes longer is stuck, whatever it waits for. */
const trialLimitMs = 600_000;
/** So large a share of the trials may have come to no wish at all, or broken off; more, and nothing was tried. */
const mostEmpty = 0.02;
const mostBrokenOff = 0.01;
const skins: SkinName[] = ['forms', 'spa', 'legacy', 'lookalikes'];

class Sum {
  readonly lanes: Lanes;
  trials = 0;
  kills = 0;
  leaks = 0;
  sigkills = 0;
  readonly faults: Record<string, number> = {};
  readonly outcomes: Record<string, number> = {};
  /** How often a running worker was ended at which moment. */
  readonly killedAt: Record<string, number> = {};
  /** Trials in which no fault struck: its moment never came. */
  untouched = 0;
  readonly found = { duplicate: 0, unconfirmed: 0, lost: 0, wrongReport: 0, stuck: 0 };
  /** Trials in which the browser or its driver failed, so that nothing could be judged; each is run once more. */
  readonly brokenOff: number[] = [];
  readonly recoveries: number[] = [];
  readonly settled: number[] = [];

  constructor(working: number) {
    this.lanes = new Lanes(working);
  }

  /** A token, or a part of one, was found, or a request to somebody else. */
  leak(where: string, { say }: Campaign): void {
    this.leaks += 1;
    say(`--- ${where}`);
  }

  /** An operation came after the last trial of a browser. */
  late({ say }: Campaign): void {
    this.found.duplicate += 1;
    say('--- duplicate: an operation after the end of the last trial');
  }

  add({ violations, struck, killedAt, recoveries, settledAfter, outcome }: Result): void {
    this.trials += 1;
    if (struck.length === 0) this.untouched += 1;
    for (const moment of killedAt) this.killedAt[moment] = (this.killedAt[moment] ?? 0) + 1;
    for (const fault of struck) this.faults[fault] = (this.faults[fault] ?? 0) + 1;
    this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
    for (const { kind } of violations) this.found[kind] += 1;
    this.recoveries.push(...recoveries);
    if (settledAfter !== null) this.settled.push(settledAfter);
  }
}

/** Runs it; `line` is the JSON line it ends with, times in ms. */
export async function campaign(options: Campaign): Promise<{ passed: boolean; line: object }> {
  const sum = new Sum(options.working);
  const started = Date.now();
  const from = options.from ?? 0;
  const all = Array.from({ length: options.trials }, (_, n) => from + n);
  const wanted = all.filter((trial) => isWanted(options, trial));
  const build = await buildHash(join(options.builds, vendorNamed(options.browser).build));
  await runAll(options, wanted, sum);
  const again = sum.brokenOff.splice(0);
  await runAll(options, again, sum);
  sum.found.stuck += sum.brokenOff.length;
  const { duplicate: duplicates, unconfirmed, lost, wrongReport: wrongReports, stuck } = sum.found;
  const line = {
    campaign: 'faults',
    asked: options.trials,
    browser: options.browser,
    build,
    seed: options.seed,
    from,
    trials: sum.trials,
    kills: sum.kills,
    sigkills: sum.faults.browserKilled ?? 0,
    killedAt: sum.killedAt,
    faults: sum.faults,
    untouched: sum.untouched,
    outcomes: sum.outcomes,
    duplicates,
    unconfirmed,
    lost,
    wrongReports,
    stuck,
    leaks: sum.leaks,
    runAgain: again.length,
    recovery: { measured: sum.recoveries.length, p50: at(sum.recoveries, 0.5), p95: at(sum.recoveries, 0.95) },
    settledAfterDeath: { p50: at(sum.settled, 0.5), p95: at(sum.settled, 0.95) },
    minutes: Math.round((Date.now() - started) / 6000) / 10,
  };
  const isWhole =
    sum.trials > 0 &&
    sum.trials === wanted.length &&
    (sum.outcomes.none ?? 0) <= sum.trials * mostEmpty &&
    again.length <= Math.max(1, sum.trials * mostBrokenOff);
  return { passed: duplicates + unconfirmed + lost + wrongReports + stuck + sum.leaks === 0 && isWhole, line };
}

/** Runs `trials` on as many browsers as there are to be; one that is broken off is noted in `sum`. */
async function runAll(options: Campaign, trials: number[], sum: Sum): Promise<void> {
  const left = [...trials];
  const take = () => (options.signal?.aborted ? null : (left.shift() ?? null));
  await Promise.all(Array.from({ length: Math.min(options.hosts, trials.length) }, () => side(options, take, sum)));
}

/** One browser after another, until no trial is left. */
async function side(options: Campaign, take: () => number | null, sum: Sum): Promise<void> {
  for (let first = take(); first !== null; first = take()) {
    const host = await started(options);
    try {
      for (let n = 0, trial: number | null = first; trial !== null; n += 1) {
        const sound = await oneTrial(options, host, trial, sum);
        trial = sound && n + 1 < trialsPerHost ? take() : null;
      }
    } finally {
      sum.kills += host.kills;
      if (host.operationsSince() > 0) sum.late(options);
      await closed(host, options, sum);
    }
  }
}

/** A browser for the trials; once more where one does not start, as on a machine that is busy with others. */
async function started({ browser, builds }: Campaign): Promise<Host> {
  const vendor = vendorNamed(browser);
  const start = () => Host.start(vendor, join(builds, vendor.build));
  return start().catch(start);
}

/** Ends `host`. What could not be searched counts as a leak: the rest of the campaign is not to be lost over it. */
async function closed(host: Host, options: Campaign, sum: Sum): Promise<void> {
  try {
    for (const { file, as } of await host.close()) sum.leak(`${file}: ${as}`, options);
  } catch (error) {
    sum.leak(`the profile was not searched: ${String(error)}`, options);
  }
}

/** The account is known, its token in memory and the way to the token page remembered, as after a first look. */
async function makeKnown(host: Host): Promise<void> {
  Object.assign(host.dashboard.faults, noFaults());
  await host.backstage.request({ type: 'read' });
  const isKnown = async () => {
    const { secret, paths, ownTabs } = await host.backstage.stored();
    const { account, tokenPath } = host.dashboard;
    return paths.includes(tokenPath) && fingerprintOf(secret) === fingerprintOf(account.token) && ownTabs.length === 0;
  };
  await until('the first read', isKnown, 60_000);
}

/** What `trial` is to be, and the random numbers it goes on with. */
function planned({ seed: run, browser }: Campaign, trial: number): { plan: Plan; random: Random } {
  const seed = run * 1_000_003 + trial;
  const random = new Random(seed);
  const skin = skins[Math.floor(trial / trialsPerSkin) % skins.length] ?? 'forms';
  return { plan: planOf(seed, browser, skin, random), random };
}

function isWanted(options: Campaign, trial: number): boolean {
  if (options.only === undefined) return true;
  const { server, strikes } = planned(options, trial).plan;
  return [...server, ...strikes].some(({ fault }) => fault === options.only);
}

/** Runs one trial; false where the browser is not to be used any more. */
async function oneTrial(options: Campaign, host: Host, trial: number, sum: Sum): Promise<boolean> {
  const { plan, random } = planned(options, trial);
  const trace = new Trace();
  const lane = await sum.lanes.take();
  try {
    if (host.wear(plan.skin)) await makeKnown(host);
    const result = await Promise.race([runTrial({ host, plan, random, trace, lane }), tooLong()]);
    sum.add(result);
    if (options.verbose) options.say(`--- trial ${trial}\n${trace}`);
    if (sum.trials % 100 === 0) options.say(`${sum.trials} trials, ${JSON.stringify(sum.found)}`);
    for (const { kind, sentence } of result.violations)
      options.say(`--- ${kind} in trial ${trial} of seed ${options.seed}: ${sentence}\n${trace}`);
    return result.violations.length === 0;
  } catch (error) {
    options.say(
      `--- trial ${trial} of seed ${options.seed} broke off: ${String(error)}\n${JSON.stringify(plan)}\n${trace}`,
    );
    sum.brokenOff.push(trial);
    return false;
  } finally {
    lane.end();
  }
}

async function tooLong(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, trialLimitMs).unref());
  throw new Error(`It took longer than ${trialLimitMs} ms.`);
}

/** The value at `share` of the sorted `values`, rounded; null where there is none. */
function at(values: number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? null : Math.round(value);
}
