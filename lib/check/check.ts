/** The last check as it is kept, and what it is still worth. */
import * as z from 'zod/mini';
import { clockTolerance } from '../clock.ts';
import type { TokenMark } from '../state/schemas.ts';
import { fingerprintShape } from '../token.ts';
import { checkVerdictSchema } from './verdict.ts';

/** After that long, in ms, an answer is history: the token may have been changed or deleted since. */
const freshFor = 600_000;

/** A check that was made: when, of which token, and what came out. Nothing of the answer itself is kept. */
export const checkResultSchema = z.object({
  at: z.int().check(z.nonnegative()),
  /** Which token it was then: the account's, or the one a rotation has replaced. */
  which: z.enum(['current', 'old']),
  fingerprint: z.string().check(z.regex(fingerprintShape)),
  verdict: checkVerdictSchema,
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** What a kept result is worth. `ageMs` is null where the clock was set back since, so that nobody can tell. */
export type CheckWorth =
  | { kind: 'otherToken' }
  | { kind: 'fresh'; ageMs: number }
  | { kind: 'stale'; ageMs: number | null };

/**
 * What `result` is worth at `now` (epoch ms) where `current` is the account's token, null for none. Only the fingerprint
 * says which token it speaks of: `which` may be overtaken. Fresh for ten minutes.
 */
export function worthOf(result: CheckResult, current: TokenMark | null, now: number): CheckWorth {
  if (result.fingerprint !== current?.fingerprint) return { kind: 'otherToken' };
  const passed = now - result.at;
  if (passed < -clockTolerance) return { kind: 'stale', ageMs: null };
  const ageMs = Math.max(0, passed);
  return { kind: ageMs < freshFor ? 'fresh' : 'stale', ageMs };
}
