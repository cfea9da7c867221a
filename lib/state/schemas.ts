/** The shapes of everything stored, one schema each; the types are inferred from them. Times are epoch ms. */
import * as z from 'zod/mini';
import { checkResultSchema } from '../check/check.ts';
import { longestWidgetId } from '../check/widget-id.ts';
import { failureCodeSchema, unreadableReasonSchema } from '../failures.ts';
import { clearOutcomeSchema } from '../messages/offscreen.ts';
import { plainLines, plainText } from '../plain-text.ts';
import { fingerprintShape } from '../token.ts';

const time = z.int().check(z.nonnegative());
/** The longest name or label that is taken from a page, in UTF-16 units. */
export const longestText = 200;
/** The longest key of an account: its origin, `#`, and its orgId or label. */
export const longestKey = longestText + 1 + longestText;
const shortText = z.string().check(z.maxLength(longestText), z.regex(plainText));
export const accountKeySchema = z.string().check(z.maxLength(longestKey), z.regex(plainText));

/** What identifies a token without being it; null stands for "no token". */
export const tokenMarkSchema = z.object({
  fingerprint: z.string().check(z.regex(fingerprintShape)),
  lastFour: z.nullable(z.string().check(z.maxLength(4), z.regex(plainText))),
});
export type TokenMark = z.infer<typeof tokenMarkSchema>;

/** The token was changed by somebody else between two looks of this browser. */
const changeSchema = z.object({
  from: z.nullable(tokenMarkSchema),
  to: z.nullable(tokenMarkSchema),
  /** When we last saw `from`, and when we first saw `to`. */
  lastSeenAt: time,
  noticedAt: time,
});
export type Change = z.infer<typeof changeSchema>;

/** One SnapEngage account: origin + orgId, labelled as the dashboard labels it. Holds no secret. */
export const accountSchema = z.object({
  key: accountKeySchema,
  origin: shortText,
  orgId: z.nullable(shortText),
  label: z.nullable(shortText),
  /** The current token's mark; null: the account has no token. */
  mark: z.nullable(tokenMarkSchema),
  /** Start of the current token's age, and whether we created it then or only saw it first. */
  since: z.object({ at: time, how: z.enum(['created', 'seen']) }),
  /** When the page that showed this was current: older evidence never overwrites newer. */
  asOf: time,
  change: z.nullable(changeSchema),
});
export type Account = z.infer<typeof accountSchema>;

export const accountsSchema = z.object({
  current: z.nullable(accountKeySchema),
  byKey: z.record(accountKeySchema, accountSchema),
});
export type Accounts = z.infer<typeof accountsSchema>;

export const operationKindSchema = z.enum(['generate', 'regenerate', 'delete']);
export type OperationKind = z.infer<typeof operationKindSchema>;

/** How an intent ended. `done` only on evidence from the page. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), mark: z.nullable(tokenMarkSchema) }),
  z.object({ kind: z.literal('notDone'), failure: failureCodeSchema }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

export const operationStepSchema = z.enum(['reaching', 'reading', 'asking', 'confirming', 'watching']);
export type OperationStep = z.infer<typeof operationStepSchema>;

/** Why the page needs the person: it is hidden and will not get on, or it shows something we do not know. */
export const needSchema = z.enum(['hiddenTab', 'unknownDialog']);
export type Need = z.infer<typeof needSchema>;

/** One confirmed wish, done at most once. `armed → fired → settled`; see ARCHITECTURE, Operations. */
export const intentSchema = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** The confirm it came from: the same wish is armed once. */
  wish: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  kind: operationKindSchema,
  account: accountKeySchema,
  /** The token the person saw when confirming; null: no token. */
  expected: z.nullable(tokenMarkSchema),
  stage: z.enum(['armed', 'fired', 'settled']),
  step: operationStepSchema,
  /** The tab and document the command was sent to; null until it is. */
  tab: z.nullable(z.int()),
  document: z.nullable(shortText),
  need: z.nullable(needSchema),
  /** After the press the page answered, by an error or by another document: nothing is under way any more. */
  answered: z.boolean(),
  /** Set when a fired intent could not be settled: the outcome is unknown until somebody looks again. */
  doubt: z.nullable(failureCodeSchema),
  armedAt: time,
  firedAt: z.nullable(time),
  /** Until then the page was held, or waited for the person: a press may have come as late as that. */
  heldUntil: z.optional(time),
  settledAt: z.nullable(time),
  outcome: z.nullable(outcomeSchema),
  /** The person has dismissed the outcome. */
  seen: z.boolean(),
});
export type Intent = z.infer<typeof intentSchema>;

export const secretSchema = z.object({ token: z.string().check(z.minLength(1), z.maxLength(512), z.regex(plainText)) });

export const readingStepSchema = z.enum(['opening', 'finding', 'reading']);
export type ReadingStep = z.infer<typeof readingStepSchema>;

/** A read in progress: the popup shows its step, a restarted worker takes it up again. */
export const readingSchema = z.object({ step: readingStepSchema, startedAt: time });
export type Reading = z.infer<typeof readingSchema>;

/** Why the last read did not get to the token. `report` describes the page's structure and holds no text of it. */
export const problemSchema = z.object({
  failure: failureCodeSchema,
  reason: z.nullable(unreadableReasonSchema),
  report: z.nullable(z.string().check(z.maxLength(4000), z.regex(plainLines))),
  at: time,
});
export type Problem = z.infer<typeof problemSchema>;

/** A token that was replaced, with its fingerprint; kept while its rotation is open. */
export const oldSecretSchema = z.extend(secretSchema, {
  fingerprint: z.string().check(z.regex(fingerprintShape)),
});

/** An account's checks. `askedAt`: when the one under way began; null: none is. `last`: when one was sent last. */
export const checkingSchema = z.object({
  askedAt: z.nullable(time),
  last: z.nullable(time),
  result: z.nullable(checkResultSchema),
});
export type Checking = z.infer<typeof checkingSchema>;

/** Which token a notification was shown for, and as what. */
export const notifiedSchema = z.object({
  fingerprint: z.string().check(z.regex(fingerprintShape)),
  state: z.enum(['approaching', 'overdue']),
});

export const widgetIdSchema = z.string().check(z.minLength(1), z.maxLength(longestWidgetId), z.regex(plainText));

/** How the last sync ended: when, how many places found no room, and whether the browser refused. */
export const syncReportSchema = z.object({ at: time, left: z.int().check(z.nonnegative()), failed: z.boolean() });
export type SyncReport = z.infer<typeof syncReportSchema>;

export const popupPageSchema = z.enum(['token', 'copyAs', 'places', 'rotation', 'compare']);
export type PopupPage = z.infer<typeof popupPageSchema>;

/** What became of the last clear of the clipboard. */
export const clearingNoteSchema = z.object({ what: clearOutcomeSchema, at: time });
export type ClearingNote = z.infer<typeof clearingNoteSchema>;

/** The numbers of all tabs at a time. */
export const tabsBeforeSchema = z.object({ ids: z.array(z.int()), at: time });
