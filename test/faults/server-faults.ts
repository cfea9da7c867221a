/** The faults of the server in the words of the stand-in dashboard. */
import { type Faults, noFaults } from '../dashboard/faults.ts';
import type { Plan } from './plan.ts';

/** All faults of the stand-in as `planned` wants them; what is not planned is off. */
export function serverFaultsOf(planned: Plan['server']): Faults {
  return Object.assign(noFaults(), ...planned.map(({ fault, ms }) => inWords(fault, ms)));
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
  }
}
