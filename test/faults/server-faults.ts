/** The faults of the server in the words of the stand-in dashboard. */
import { type Faults, noFaults } from '../dashboard/faults.ts';
import type { Plan } from './plan.ts';

/** All faults of the stand-in as `plan` wants them. */
export function faultsOn(plan: Plan): Faults {
  return Object.assign(faultsOff(plan), ...plan.server.map(({ fault, ms }) => inWords(fault, ms)));
}

/** The stand-in at its best; where a trial goes back in a tab, the browser may have kept the page. */
export function faultsOff({ strikes }: Plan): Faults {
  return { ...noFaults(), pagesKept: strikes.some(({ fault }) => fault === 'tabBackForward') };
}

function inWords(fault: Plan['server'][number]['fault'], ms: number): Partial<Faults> {
  switch (fault) {
    case 'latency':
      return { latencyMs: ms };
    case 'pageLatency':
      return { pageLatencyMs: Math.min(ms, 400) };
    case 'refused500':
      return { refuse: 1, refuseStatus: 500 };
    case 'refused403':
      return { refuse: 1, refuseStatus: 403 };
    case 'dropBefore':
      return { dropBefore: 1 };
    case 'dropAfter':
      return { dropAfter: 1 };
    case 'sessionExpired':
      return { expireOnOperation: 1 };
    case 'changedByOther':
      return { changeBeforeOperation: 1 };
    case 'pageError':
      return { pageError: 1 };
    case 'offline':
      return { offline: true };
    case 'frameGated':
      return { manner: 'frameGated' };
  }
}

/** What the stand-in counts down once it has come to `fault`, or undefined: it goes on for as long as it is told to. */
function counterOf(fault: Plan['server'][number]['fault']): keyof Faults | undefined {
  const words = Object.entries(inWords(fault, 0)) as [keyof Faults, unknown][];
  return words.find(([, value]) => value === 1)?.[0];
}

/**
 * Which of the `planned` faults the stand-in has come to: `left` is what is left of them, `requests` and `received` how
 * many requests and operations it had in the meantime.
 */
export function struckOf(
  planned: Plan['server'],
  left: Faults,
  { requests, received }: { requests: number; received: number },
): Plan['server'][number]['fault'][] {
  return planned
    .map(({ fault }) => fault)
    .filter((fault) => {
      const counter = counterOf(fault);
      if (counter) return left[counter] === 0;
      // A connection that is destroyed at once is no request to the stand-in.
      if (fault === 'offline') return received === 0;
      return fault === 'pageLatency' ? requests > 0 : received > 0;
    });
}
