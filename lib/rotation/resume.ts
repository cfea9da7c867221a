/** Where a stored rotation stands beside what is known now: after a restart, and whenever the token was looked at. */

import type { Account, Intent } from '../state/schemas.ts';
import { sameMark } from '../token.ts';
import type { RotationEvent } from './events.ts';
import { changesOf, currentMark, type Moment, type Rotation } from './rotation.ts';

/** An outcome seen within this time (ms) of the press dates the change; one seen later only says by when it was. */
const promptly = 60_000;

/**
 * The event that `rotation` has missed, or null. It is to be applied by `step`, and then asked for again: after an
 * outcome the token may have changed once more. `ledger` holds the intents, `account` the rotation's own account as
 * known now (null: not known). An operation that the ledger does not have was never armed: `operate` is stored first,
 * so both have to be read and written in one go (under one lock), or an armed one may be taken for lost.
 */
export function whatFollows(
  rotation: Rotation,
  ledger: readonly Intent[],
  account: Pick<Account, 'mark' | 'since' | 'change'> | null,
): RotationEvent | null {
  if (rotation.stage === 'closed') return null;
  if (rotation.wish !== null) return outcomeOf(rotation.wish, ledger);
  if (!account || sameMark(account.mark, currentMark(rotation))) return null;
  return { type: 'changed', to: account.mark, ...whenChanged(rotation, account) };
}

/** The outcome of `wish`; null while it is still under way or in doubt. */
function outcomeOf(wish: string, ledger: readonly Intent[]): RotationEvent | null {
  const intent = ledger.find((each) => each.wish === wish);
  if (!intent) return { type: 'notDone', wish };
  const { outcome, settledAt, firedAt, armedAt } = intent;
  if (intent.stage !== 'settled' || !outcome) return null;
  if (outcome.kind === 'notDone') return { type: 'notDone', wish };
  const at = settledAt ?? armedAt;
  const isPrompt = firedAt === null || at - firedAt <= promptly;
  return { type: 'done', wish, mark: outcome.mark, at, lastSeenAt: isPrompt ? null : firedAt };
}

/** A change by others lies between two looks; a token that we created is as old as the change, to the moment. */
function whenChanged(rotation: Rotation, { mark, since, change }: Pick<Account, 'mark' | 'since' | 'change'>): Moment {
  if (change && sameMark(change.to, mark)) return { at: change.noticedAt, lastSeenAt: change.lastSeenAt };
  if (since.how === 'created') return { at: since.at, lastSeenAt: null };
  return { at: since.at, lastSeenAt: changesOf(rotation).at(-1)?.at ?? rotation.startedAt };
}
