/**
 * The shape of one entry of the record: what happened, when, to which account (product.md, 15). Fingerprints, never
 * tokens. The codes are this file's own or open, so that an old entry can be read whatever other modules become.
 */
import * as z from 'zod/mini';
import { plainLines, plainText } from '../plain-text.ts';
import { accountKeySchema, tokenMarkSchema } from '../state/schemas.ts';

/** The last moment that every export can write with four digits of year, wherever on earth (epoch ms). */
export const latestTime = Date.UTC(9999, 11, 31);
/** The longest name of a place, id of a copy format and reason, in UTF-16 units. */
const longestPlaceName = 80;
const longestFormat = 60;
export const longestReason = 500;
const longestCode = 40;

export const recordedOperations = ['generate', 'regenerate', 'delete'] as const;
export const recordedVerdicts = ['accepted', 'refused', 'cannotTell'] as const;
/** Which token was checked: the account's own, or one that was replaced or deleted. */
export const checkedTokens = ['current', 'old'] as const;

const time = z.int().check(z.nonnegative(), z.maximum(latestTime));
const count = z.int().check(z.nonnegative());
const id = z.string().check(z.regex(/^[0-9a-f]{32}$/));
/** A code of another module's: only its shape is known here. */
const code = z.string().check(z.maxLength(longestCode), z.regex(/^[A-Za-z][A-Za-z0-9]*$/));
const format = z.string().check(z.minLength(1), z.maxLength(longestFormat), z.regex(plainText));
const place = z.string().check(z.minLength(1), z.maxLength(longestPlaceName), z.regex(plainText));
const reason = z.string().check(z.maxLength(longestReason), z.regex(plainLines));
const mark = z.nullable(tokenMarkSchema);
const operation = z.enum(recordedOperations);
const verdict = z.enum(recordedVerdicts);
/** Why a verdict is `cannotTell`; null with the others. */
const why = z.nullable(code);

/** How long connections were down, in ms: two bounds, as a change made elsewhere is only known to lie between two looks. */
const spanSchema = z.strictObject({ atLeast: count, atMost: count });
export type Span = z.infer<typeof spanSchema>;

const proof = z.nullable(z.strictObject({ verdict, why, at: time }));
const summarySchema = z.strictObject({
  endedAs: code,
  reason,
  counts: z.strictObject({ done: count, skipped: count, open: count }),
  /** Null: nothing was down, as the token was not changed. */
  downtime: z.nullable(spanSchema),
  /** The last proof of each token, or null where none was tried. */
  proofs: z.strictObject({ new: proof, old: proof }),
});
export type Summary = z.infer<typeof summarySchema>;

const kind = z.literal;
/** Strict: a key that is not known here makes the entry unreadable, so that none is lost and no token gets in. */
const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: kind('copied'), format, mark }),
  z.strictObject({ kind: kind('shown'), mark }),
  z.strictObject({ kind: kind('checked'), which: z.enum(checkedTokens), mark, verdict, why }),
  z.strictObject({ kind: kind('generated'), to: mark }),
  z.strictObject({ kind: kind('regenerated'), from: mark, to: mark }),
  z.strictObject({ kind: kind('deleted'), from: mark }),
  z.strictObject({ kind: kind('notDone'), operation, failure: code }),
  z.strictObject({ kind: kind('unknownOutcome'), operation }),
  z.strictObject({ kind: kind('changedElsewhere'), from: mark, to: mark, lastSeenAt: time, noticedAt: time }),
  z.strictObject({ kind: kind('rotationStarted'), rotation: id, path: code, reason, from: mark }),
  z.strictObject({ kind: kind('rotationStep'), rotation: id, step: code }),
  z.strictObject({ kind: kind('placeDone'), rotation: id, place }),
  z.strictObject({ kind: kind('placeSkipped'), rotation: id, place, reason }),
  /** The tick or the skip was taken back, or voided because the token was changed once more. */
  z.strictObject({ kind: kind('placeReopened'), rotation: id, place }),
  z.strictObject({ kind: kind('rotationClosed'), rotation: id, from: mark, to: mark, summary: summarySchema }),
  z.strictObject({ kind: kind('clipboardCleared') }),
]);
export type RecordedEvent = z.infer<typeof eventSchema>;
export type EventKind = RecordedEvent['kind'];

export const entrySchema = z.strictObject({ id, at: time, account: accountKeySchema, event: eventSchema });
export type Entry = z.infer<typeof entrySchema>;
