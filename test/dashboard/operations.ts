/** Generate, regenerate and delete as the server does them: counted, and bent by the faults. */
import { setTimeout as sleep } from 'node:timers/promises';
import { newToken, type Operation, type Role } from './account.ts';
import { strikes } from './faults.ts';
import { changeElsewhere, type World } from './world.ts';

export type Outcome =
  | { kind: 'done' }
  | { kind: 'signedOut' }
  | { kind: 'refused'; status: 403 | 409 | 500; message: string }
  /** The connection is to be killed instead of answered. */
  | { kind: 'lost' };

/**
 * Receives one operation and applies it unless a fault, the session or the state of the account forbids it.
 * `role` is asked again after the faults, since one of them ends the session.
 */
export async function operate(world: World, operation: Operation, role: () => Role | null): Promise<Outcome> {
  const { account, faults, counts } = world;
  counts.received[operation] += 1;
  const receivedAt = Date.now();
  await sleep(faults.latencyMs, undefined, { ref: false });
  if (strikes(faults, 'dropBefore')) return { kind: 'lost' };
  if (strikes(faults, 'expireOnOperation')) world.sessions.endAll();
  if (role() === null) return { kind: 'signedOut' };
  if (role() !== 'owner') return { kind: 'refused', status: 403, message: 'Only the account owner may do this.' };
  if (strikes(faults, 'refuse')) return refusal(faults.refuseStatus);
  if (strikes(faults, 'changeBeforeOperation')) changeElsewhere(account);
  if ((operation === 'generate') !== (account.token === null)) {
    return { kind: 'refused', status: 409, message: 'The API token has changed in the meantime. Reload the page.' };
  }
  account.token = operation === 'delete' ? null : newToken();
  counts.applied[operation] += 1;
  world.appliedAt.push(receivedAt);
  return strikes(faults, 'dropAfter') ? { kind: 'lost' } : { kind: 'done' };
}

function refusal(status: 403 | 500): Outcome {
  const message =
    status === 403
      ? 'You are not allowed to do this at the moment. Nothing was changed.'
      : 'Something went wrong. Please try again later.';
  return { kind: 'refused', status, message };
}
