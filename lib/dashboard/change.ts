/** Whether the page shows what an operation was to bring about, and goes on showing it. */
import type { OperationKind } from '../state/schemas.ts';
import { fingerprintOf } from '../token.ts';
import { steadyFor } from './limits.ts';
import type { PageReading } from './page.ts';

/** What is changed, and from which token (its fingerprint; null: none). */
interface Wanted {
  kind: OperationKind;
  expected: string | null;
}

/** A change is believed once the page has said the same for `steadyFor`: what it shows in between is no token. */
export function changeWatch(wanted: Wanted): (reading: PageReading) => Promise<boolean> {
  let said = { what: '', since: 0 };
  return async (reading) => {
    if (!(await hasChanged(wanted, reading))) {
      said = { what: '', since: 0 };
      return false;
    }
    const what = reading.report.kind === 'token' ? reading.report.token : '';
    if (said.since === 0 || said.what !== what) said = { what, since: Date.now() };
    return Date.now() - said.since >= steadyFor;
  };
}

async function hasChanged({ kind, expected }: Wanted, { report }: PageReading): Promise<boolean> {
  if (report.kind === 'none') return kind === 'delete';
  if (report.kind !== 'token' || kind === 'delete') return false;
  return (await fingerprintOf(report.token)) !== expected;
}
