/** popup → background. Accepted from our own pages only (ARCHITECTURE, Trust). */
import * as z from 'zod/mini';
import { longest } from '../places/place.ts';
import { plainLines, plainText } from '../plain-text.ts';
import { longestReason, longestSkipReason, stageSchema } from '../rotation/rotation.ts';
import { accountKeySchema, operationKindSchema, tokenMarkSchema } from '../state/schemas.ts';
import { idSchema as id } from './parts.ts';

/** What the popup or the options page does to a rotation; what the token does to it comes from the token. */
const rotationEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('note'), reason: z.string().check(z.maxLength(longestReason), z.regex(plainLines)) }),
  z.object({ type: z.literal('tick'), place: id }),
  z.object({ type: z.literal('untick'), place: id }),
  z.object({
    type: z.literal('skip'),
    place: id,
    reason: z.string().check(z.maxLength(longestSkipReason), z.regex(plainText)),
  }),
  z.object({ type: z.literal('unskip'), place: id }),
  z.object({ type: z.literal('goOn') }),
  z.object({ type: z.literal('goBack') }),
  z.object({ type: z.literal('close'), as: z.enum(['completed', 'unproven']) }),
  z.object({ type: z.literal('abandon') }),
]);
export type PersonsEvent = z.infer<typeof rotationEventSchema>;

/** What was copied, known by its hash alone: SHA-256 in hex over a salt and the text (lib/clearing/clip.ts). */
const clipSchema = z.object({ salt: id, hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

/** What the popup may ask. The answer to each comes back as state, not as a reply. */
export const requestSchema = z.discriminatedUnion('type', [
  /** The popup opened: recover what is open, refresh from pages that are open, read if nothing is known. */
  z.object({ type: z.literal('opened') }),
  /** A popup is still open: what it asks next may be lost with it where the background has yet to wake up. */
  z.object({ type: z.literal('stayAwake') }),
  /** Read the token afresh, from a page loaded for it. */
  z.object({ type: z.literal('read') }),
  z.object({ type: z.literal('cancelReading') }),
  z.object({
    type: z.literal('start'),
    /** Made once per confirm. */
    wish: id,
    /**
     * The newest intent there was for the person who confirmed: however often the message arrives, and however late, it
     * starts nothing once there is a newer one.
     */
    after: z.nullable(id),
    kind: operationKindSchema,
    account: accountKeySchema,
    expected: z.nullable(tokenMarkSchema),
  }),
  z.object({ type: z.literal('lookAgain') }),
  /** Wait no longer for an outcome that is in doubt. */
  z.object({ type: z.literal('leaveUnknown') }),
  z.object({ type: z.literal('showPage') }),
  z.object({ type: z.literal('signIn') }),
  z.object({ type: z.literal('openDashboard') }),
  z.object({ type: z.literal('refreshPage') }),
  /** The notice that the person has read, by its `noticeId`: the next one has not been. */
  z.object({ type: z.literal('dismiss'), notice: z.string() }),
  /** Something with the token in it was copied, as `format`; `clip`: what is on the clipboard now. */
  z.object({
    type: z.literal('copied'),
    account: accountKeySchema,
    mark: tokenMarkSchema,
    format: z.string().check(z.minLength(1), z.maxLength(longest.format), z.regex(plainText)),
    clip: clipSchema,
  }),
  z.object({ type: z.literal('shown'), account: accountKeySchema, mark: tokenMarkSchema }),
  /** Clear the clipboard now, whatever it holds, in place of the clear that is to come; `salt` says which one. */
  z.object({ type: z.literal('clearNow'), salt: id }),
  /** That clear is not to come. */
  z.object({ type: z.literal('keepClipboard'), salt: id }),
  /** The time of a clear has come; asked by an open page, which is on time where alarms are not. */
  z.object({ type: z.literal('clearDue') }),
  z.object({ type: z.literal('check'), account: accountKeySchema }),
  /** `byHand`: for the change that somebody else has made. */
  z.object({
    type: z.literal('beginRotation'),
    account: accountKeySchema,
    path: z.enum(['planned', 'emergency', 'delete', 'byHand']),
  }),
  /** `seen`: where the rotation stood for the person. */
  z.object({ type: z.literal('rotate'), rotation: id, seen: stageSchema, event: rotationEventSchema }),
  /** Check the new token and the old one of a rotation. */
  z.object({ type: z.literal('prove'), rotation: id }),
  /** Bring the places in step with those in the browser's sync. */
  z.object({ type: z.literal('sync') }),
  /** Forget everything that is stored. */
  z.object({ type: z.literal('eraseAll') }),
]);
export type Request = z.infer<typeof requestSchema>;
