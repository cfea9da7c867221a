/** Whether the page shows what an operation was to bring about, and goes on showing it. */
import type { OperationKind } from '../state/schemas.ts';
import { fingerprintOf } from '../token.ts';
import { steadyFor } from './limits.ts';
import type { PageReading } from './page.ts';
import { steadyWatch } from './steady.ts';

/** What is changed, and from which token (its fingerprint; null: none). */
interface Wanted {
  kind: OperationKind;
  expected: string | null;
}

/** A change is believed once the page has said the same for `steadyFor`: what it shows in between is no token. */
export function changeWatch(wanted: Wanted): (reading: PageReading) => Promise<boolean> {
  const steady = steadyWatch();
  return async (reading) => {
    const hasCome = await hasChanged(wanted, reading);
    const { report } = reading;
    const since = steady(hasCome ? `changed ${report.kind === 'token' ? report.token : ''}` : '');
    return hasCome && since >= steadyFor;
  };
}

async function hasChanged({ kind, expected }: Wanted, { report }: PageReading): Promise<boolean> {
  if (report.kind === 'none') return kind === 'delete';
  if (report.kind !== 'token' || kind === 'delete') return false;
  return (await fingerprintOf(report.token)) !== expected;
}
