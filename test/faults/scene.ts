/** What a trial and its strikes share. */
import type { Page } from 'puppeteer-core';
import type { OperationKind } from '../../lib/state/schemas.ts';
import type { Random } from '../fuzz/page/random.ts';
import type { Host } from './host.ts';
import type { Lane } from './lanes.ts';
import type { FaultName, Moment, Plan } from './plan.ts';
import type { Trace } from './trace.ts';

/** Everything a trial works with. */
export interface Scene {
  host: Host;
  plan: Plan;
  random: Random;
  trace: Trace;
  lane: Lane;
  /** The newest intent before the trial. */
  former: string | null;
  kind: OperationKind;
  popups: Page[];
  struck: FaultName[];
  recoveries: number[];
  lastDeath: number | null;
  /** At which moments the worker was killed. */
  killedAt: Moment[];
  /** When the tab was reloaded by a strike (epoch ms). */
  reloadedAt: number[];
  /** The browser or the extension was started anew: what was in memory is gone. */
  forgotten: boolean;
  /** The person was shown a page that needed them: its tab is theirs. */
  isShown: boolean;
  /** When the person pressed what was outlined for them there (epoch ms). */
  pressedAt: number[];
  /** Nobody looked, and the background has not come to an end by itself. */
  isNeglected: boolean;
  startedAt: number;
  elsewhere: number;
  /** Operations that came after the end of the trial before. */
  late: number;
  counts: { received: number; applied: number };
  /** How many requests the server had answered before the trial. */
  requestsBefore: number;
  /** How many operations it had applied before. */
  appliedBefore: number;
}

/** The sum of what the server has received and applied. */
export function countsOf(host: Host): { received: number; applied: number } {
  const sum = (all: Record<OperationKind, number>) => all.generate + all.regenerate + all.delete;
  const { received, applied } = host.dashboard.counts;
  return { received: sum(received), applied: sum(applied) };
}
