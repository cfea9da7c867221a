/** What a look at the token page proves about a fired intent. Only this decides what is reported as done. */
import type { Intent, Outcome, TokenMark } from '../state/schemas.ts';
import { sameMark } from './accounts.ts';
import { answeredVerdictAfter, silentVerdictAfter } from './limits.ts';

/**
 * The outcome that a page saying `mark` since `asOf` (epoch ms) proves for `intent`, or null where it proves
 * nothing yet. Only a fired intent can have done anything. A change proves that it was done; the same token proves
 * that it was not only from a page loaded afresh for it (`fresh`), once no request can be under way any more.
 */
export function verdict(intent: Intent, mark: TokenMark | null, asOf: number, fresh: boolean): Outcome | null {
  if (intent.firedAt === null || asOf < intent.firedAt) return null;
  const changed = intent.kind === 'delete' ? mark === null : mark !== null && !sameMark(mark, intent.expected);
  if (changed) return { kind: 'done', mark };
  if (!fresh) return null;
  if (!sameMark(mark, intent.expected)) return { kind: 'notDone', failure: 'changedElsewhere' };
  return asOf >= verdictAt(intent) ? { kind: 'notDone', failure: 'refused' } : null;
}

/** From when on (epoch ms) the same token on a fresh page means that the fired `intent` changed nothing. */
export function verdictAt(intent: Intent): number {
  return (intent.firedAt ?? intent.armedAt) + (intent.answered ? answeredVerdictAfter : silentVerdictAfter);
}
