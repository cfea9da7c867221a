/** What a look at the token page proves about a fired intent. Only this decides what is reported as done. */
import { clockTolerance } from '../clock.ts';
import type { Intent, Outcome, TokenMark } from '../state/schemas.ts';
import { sameMark } from '../token.ts';
import { answeredVerdictAfter, silentVerdictAfter } from './limits.ts';

/**
 * The outcome that a page saying `mark` since `asOf` (epoch ms) proves for `intent`, or null where it proves nothing
 * yet. Only a fired intent can have done anything. A change proves that it was done. That it was not is proved only by
 * a page asked for (`requestedAt`, epoch ms; null: a page that was open) when no request could be under way any more, and
 * the page at work waits for nobody. A third state, neither the old one nor what was wished for, is somebody's later
 * work, and hides what came of it.
 */
export function verdict(
  intent: Intent,
  mark: TokenMark | null,
  asOf: number,
  requestedAt: number | null,
): Outcome | null {
  if (intent.firedAt === null || asOf < intent.firedAt) return null;
  const changed = intent.kind === 'delete' ? mark === null : mark !== null && !sameMark(mark, intent.expected);
  if (changed) return { kind: 'done', mark };
  if (requestedAt === null || intent.need !== null || requestedAt < verdictAt(intent)) return null;
  return { kind: 'notDone', failure: sameMark(mark, intent.expected) ? 'refused' : 'unknownOutcome' };
}

/**
 * `intent` with its times brought back to `now` (epoch ms) where the clock was ahead when they were written, and was
 * corrected since; null where they can be so. Later than the true press they stay: what is older proves nothing.
 */
export function broughtBack(intent: Intent, now: number): Intent | null {
  const { armedAt, firedAt, heldUntil } = intent;
  if (Math.max(armedAt, firedAt ?? 0, heldUntil ?? 0) <= now + clockTolerance) return null;
  const back = (time: number) => Math.min(time, now);
  return {
    ...intent,
    armedAt: back(armedAt),
    firedAt: firedAt === null ? null : back(firedAt),
    ...(heldUntil !== undefined && { heldUntil: back(heldUntil) }),
  };
}

/** A page asked for from then on (epoch ms) shows what became of the fired `intent`. */
export function verdictAt({ armedAt, firedAt, heldUntil = 0, answered }: Intent): number {
  return Math.max(firedAt ?? armedAt, heldUntil) + (answered ? answeredVerdictAfter : silentVerdictAfter);
}
