/** What one trial does, drawn from its seed alone: the same seed plans the same trial. */
import type { SkinName } from '../dashboard/server.ts';
import type { Random } from '../fuzz/page/random.ts';
import type { BrowserName } from '../run/browsers.ts';

/**
 * When a fault strikes: how far the newest intent has come in the ledger, in the order in which it gets there, or what
 * the server has seen of it. Each is an await of the protocol (ARCHITECTURE, The path of one regenerate).
 */
export const moments = [
  'armed',
  'tabKnown',
  'documentKnown',
  'asking',
  'fired',
  'watching',
  'settled',
  'received',
  'applied',
] as const;
export type Moment = (typeof moments)[number];

/** What the server does wrong, set before the confirm. */
const serverFaults = [
  'latency',
  'pageLatency',
  'refused500',
  'refused403',
  'dropBefore',
  'dropAfter',
  'sessionExpired',
  'changedByOther',
  'pageError',
  'offline',
  'frameGated',
] as const;
/** What happens on this side, at a moment. */
const localFaults = [
  'workerKilled',
  'workerStorm',
  'popupClosed',
  'popupBlurred',
  'tabNavigated',
  'tabReloaded',
  'tabClosed',
  'tabDiscarded',
  'tabBackForward',
  'tabBackground',
  'extensionReloaded',
  'browserKilled',
  'changedElsewhere',
  'signedOut',
] as const;
export type ServerFault = (typeof serverFaults)[number];
export type LocalFault = (typeof localFaults)[number];
/** `atOnce`: two or more wishes got through at the same moment. */
export type FaultName = ServerFault | LocalFault | 'atOnce';

/** How often each local fault is drawn; what costs seconds, rarer. Firefox has fewer trials, and is killed as often. */
const weightsIn = (browser: BrowserName): Record<LocalFault, number> => ({
  workerKilled: 40,
  workerStorm: 12,
  popupClosed: 8,
  // Only the toolbar's closes by itself, and that one is out of reach in Firefox.
  popupBlurred: browser === 'firefox' ? 0 : 4,
  tabNavigated: 5,
  tabReloaded: 5,
  tabClosed: 4,
  tabDiscarded: 3,
  tabBackForward: 4,
  tabBackground: 4,
  extensionReloaded: 3,
  browserKilled: browser === 'firefox' ? 18 : 3,
  changedElsewhere: 5,
  signedOut: 3,
});

export interface Strike {
  fault: LocalFault;
  at: Moment;
  /** ms after the moment. */
  after: number;
  /** For storms: how many, and how far apart in ms. */
  times: number;
  apart: number;
}

export interface Plan {
  seed: number;
  skin: SkinName;
  /** Where the person's tab stands. */
  tab: 'tokenPage' | 'settings' | 'none';
  /** Whether that tab is a new one; else the last trial's is taken there, where it is not there already. */
  newTab: boolean;
  /** Whether the wish is made in a popup opened for it by the toolbar's button, or in a page of the popup kept in a tab. */
  popup: 'toolbar' | 'kept' | 'keptAndReloaded';
  /** Whether an account that has a token is asked to delete it, rather than to regenerate it. */
  deletes: boolean;
  /** Whether nobody asks what became of it for a while: the background has to find out by itself. */
  alone: boolean;
  /** How the wish is made: a click, a double click, or so many popups and windows at once. */
  starts: { how: 'click' | 'doubleClick' } | { how: 'many'; count: number };
  server: { fault: ServerFault; ms: number }[];
  strikes: Strike[];
}

/** The plan of trial `seed` in `browser`, on a desk that wears `skin`. */
export function planOf(seed: number, browser: BrowserName, skin: SkinName, random: Random): Plan {
  const storm = random.chance(0.35);
  // What one skin alone can do is drawn for that one.
  const server = random.chance(0.3)
    ? [random.pick(serverFaults.filter((each) => each !== 'frameGated' || skin === 'forms'))]
    : [];
  const local = Array.from({ length: storm ? 2 + random.below(2) : server.length > 0 ? random.below(2) : 1 }, () =>
    strike(random, weightsIn(browser)),
  );
  // The toolbar's costs as much as half a trial.
  const kept = random.pick(['keptAndReloaded', 'keptAndReloaded', 'kept', 'kept', 'kept', 'kept', 'kept'] as const);
  const isBlurred = local.some(({ fault }) => fault === 'popupBlurred');
  return {
    seed,
    skin,
    tab: random.pick(['tokenPage', 'tokenPage', 'settings', 'none']),
    newTab: random.chance(0.25),
    popup: isBlurred || random.chance(0.09) ? 'toolbar' : kept,
    deletes: random.chance(0.25),
    alone: random.chance(0.04),
    starts: startsOf(random),
    server: server.map((fault) => ({ fault, ms: 50 + random.below(900) })),
    strikes: local,
  };
}

function startsOf(random: Random): Plan['starts'] {
  if (random.chance(0.12)) return { how: 'many', count: 2 + random.below(7) };
  return { how: random.chance(0.15) ? 'doubleClick' : 'click' };
}

function strike(random: Random, weights: Record<LocalFault, number>): Strike {
  const fault = random.pick(localFaults.flatMap((each) => Array.from({ length: weights[each] }, () => each)));
  return {
    fault,
    at: random.pick(moments),
    after: random.chance(0.5) ? 0 : random.below(120),
    times: fault === 'workerStorm' ? 3 + random.below(6) : 1,
    apart: 10 + random.below(150),
  };
}
