/**
 * The guided replacement of one account's token as it is stored: all of it, so that whoever reads it goes on at the
 * same step. Holds marks of tokens, never one. Times are epoch ms as the clock said them; no order is drawn from them.
 */
import * as z from 'zod/mini';
import { checkVerdictSchema } from '../check/verdict.ts';
import { apis, longest } from '../places/place.ts';
import { plainLines, plainText } from '../plain-text.ts';
import { accountKeySchema, type TokenMark, tokenMarkSchema } from '../state/schemas.ts';
import { fingerprintShape } from '../token.ts';

/** The longest reason for a rotation, and for skipping a place, in UTF-16 units. */
export const longestReason = 500;
export const longestSkipReason = 200;

const time = z.int().check(z.nonnegative());
const count = z.int().check(z.nonnegative());
const id = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** A place that was ticked for a token which has been replaced since: what it was given is dead. */
const earlierTickSchema = z.object({
  at: time,
  /** So many times had the token changed in this rotation when it was ticked. */
  change: count,
});

const itemSchema = z.object({
  /** Place.id. */
  place: id,
  /** Copies, so that the record still names the place when it is edited later. */
  name: z.string().check(z.maxLength(longest.name), z.regex(plainText)),
  api: z.enum(apis),
  /** Archived since the token changed. It stays: it had the old token. */
  archived: z.boolean(),
  state: z.enum(['open', 'done', 'skipped']),
  /** When it was ticked or skipped; null: open. */
  at: z.nullable(time),
  skipReason: z.string().check(z.maxLength(longestSkipReason), z.regex(plainText)),
  /** Ticks that a later change of the token undid, oldest first. */
  earlier: z.array(earlierTickSchema),
});
export type Item = z.infer<typeof itemSchema>;

/** What a check said of one of the rotation's tokens. */
const proofSchema = z.object({
  which: z.enum(['new', 'old']),
  verdict: checkVerdictSchema,
  at: time,
  fingerprint: z.string().check(z.regex(fingerprintShape)),
  /** So many times had the token changed when the check was asked for. */
  change: count,
});
export type Proof = z.infer<typeof proofSchema>;

/** A token (null: none) that came and went while the rotation was open. */
const overtakenSchema = z.object({ mark: z.nullable(tokenMarkSchema), at: time, lastSeenAt: z.nullable(time) });

/** `regenerate`: the operation, also a delete, is under way or, in an emergency, to be started. */
export const stageSchema = z.enum(['prepare', 'regenerate', 'replace', 'prove', 'record', 'closed']);

export const rotationSchema = z.object({
  id,
  account: accountKeySchema,
  /** How it began. What is asked of the places and of the proof follows from `to`, not from this. */
  path: z.enum(['planned', 'emergency', 'byHand', 'delete']),
  stage: stageSchema,
  reason: z.string().check(z.maxLength(longestReason), z.regex(plainLines)),
  /** The token that was in use when it began. */
  from: tokenMarkSchema,
  /** The token now in its place; null before the change, and where the token was deleted. */
  to: z.nullable(tokenMarkSchema),
  startedAt: time,
  /** When `from` was known to be dead: confirmed by the server, or noticed. null: it is not, yet. */
  downSince: z.nullable(time),
  /** When `from` was last seen alive, where it died unseen between then and `downSince`; null: `downSince` is exact. */
  lastSeenAt: z.nullable(time),
  /** What `to` was before, oldest first, each with the moment it went, known as exactly as `downSince`. */
  overtaken: z.array(overtakenSchema),
  /** The wish (Intent.wish) whose outcome is waited for. */
  wish: z.nullable(id),
  items: z.array(itemSchema),
  /** Oldest first. */
  proofs: z.array(proofSchema),
  closedAt: z.nullable(time),
  endedAs: z.nullable(z.enum(['completed', 'unproven', 'abandoned'])),
});
export type Rotation = z.infer<typeof rotationSchema>;

/** A moment that may be known only as lying between two looks. `lastSeenAt` null: `at` is exact. Epoch ms. */
export interface Moment {
  at: number;
  lastSeenAt: number | null;
}

/** Every change of the token in this rotation, oldest first: none before the old token is dead. */
export function changesOf({ downSince, lastSeenAt, overtaken }: Rotation): Moment[] {
  return downSince === null ? [] : [{ at: downSince, lastSeenAt }, ...overtaken];
}

/** The token that stood after the first `change` changes of `rotation`; null: none. */
export function markAfter(rotation: Rotation, change: number): TokenMark | null {
  if (change === 0) return rotation.from;
  const overtaken = rotation.overtaken[change - 1];
  return overtaken ? overtaken.mark : rotation.to;
}

/** The token that `rotation` takes for the current one; null: none. */
export function currentMark(rotation: Rotation): TokenMark | null {
  return rotation.downSince === null ? rotation.from : rotation.to;
}

/** Whether `item` is to be done once more: it was ticked, and the token it was given has been replaced since. */
export function isAgain({ state, earlier }: Item): boolean {
  return state === 'open' && earlier.length > 0;
}

/** The open rotation of `account` among `rotations`, or null; there is at most one. */
export function openRotation(rotations: readonly Rotation[], account: string): Rotation | null {
  return rotations.find((each) => each.account === account && each.stage !== 'closed') ?? null;
}
