/**
 * Everything that crosses a context border, one schema per direction (ARCHITECTURE, Trust). The directions are
 * disjoint: a message that one sender may send is no message at all from another.
 */
import * as z from 'zod/mini';
import { unreadableReasonSchema } from './failures.ts';
import { needSchema, operationKindSchema, operationStepSchema, tokenMarkSchema } from './state/schemas.ts';

const id = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const text = z.string().check(z.maxLength(200));

/** popup → background. The answer to each comes back as state, not as a reply. */
export const requestSchema = z.discriminatedUnion('type', [
  /** The popup opened: recover what is open, refresh from pages that are open, read if nothing is known. */
  z.object({ type: z.literal('opened') }),
  /** Read the token afresh, from a page loaded for it. */
  z.object({ type: z.literal('read') }),
  z.object({ type: z.literal('cancelReading') }),
  z.object({
    type: z.literal('start'),
    /** Made once per confirm: however often the message arrives, it is one wish. */
    wish: id,
    kind: operationKindSchema,
    account: text,
    expected: z.nullable(tokenMarkSchema),
  }),
  z.object({ type: z.literal('lookAgain') }),
  z.object({ type: z.literal('showPage') }),
  z.object({ type: z.literal('signIn') }),
  z.object({ type: z.literal('openDashboard') }),
  z.object({ type: z.literal('refreshPage') }),
  z.object({ type: z.literal('dismiss') }),
]);
export type Request = z.infer<typeof requestSchema>;

/** A random 128-bit id as 32 lower-case hex digits. */
export function newId(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

/** What the content script knows of the page it is on. The token crosses here, page → extension, and nowhere else. */
export const pageReportSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('token'),
    token: z.string().check(z.minLength(1), z.maxLength(512)),
    orgId: z.nullable(text),
    label: z.nullable(text),
  }),
  z.object({ kind: z.literal('none'), orgId: z.nullable(text), label: z.nullable(text) }),
  z.object({
    kind: z.literal('unreadable'),
    reason: unreadableReasonSchema,
    report: z.string().check(z.maxLength(4000)),
  }),
  z.object({ kind: z.literal('signedOut') }),
  /** A dashboard page; `route`: the next step of the menu towards the token page, or null where there is none. */
  z.object({ kind: z.literal('app'), route: z.nullable(z.enum(['apiToken', 'api', 'myAccount', 'userMenu'])) }),
  /** The server answered this page with an error status. */
  z.object({ kind: z.literal('error') }),
  /** Not a page of the dashboard, or not drawn yet. */
  z.object({ kind: z.literal('other') }),
]);
export type PageReport = z.infer<typeof pageReportSchema>;

/** A report with the document it is of (a random id per document) and since when the page says so (epoch ms). */
export const observationSchema = z.object({
  document: id,
  asOf: z.int().check(z.nonnegative()),
  hidden: z.boolean(),
  page: pageReportSchema,
});
export type Observation = z.infer<typeof observationSchema>;

/** How far the content script got with one intent. */
export const progressSchema = z.discriminatedUnion('kind', [
  /** This document never heard of the intent. */
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('inFlight'), step: operationStepSchema, need: z.nullable(needSchema) }),
  /** Ended without the page's confirm having been pressed; `failure` says why. */
  z.object({
    kind: z.literal('notPressed'),
    failure: z.enum(['changedElsewhere', 'otherAccount', 'busy', 'unreadable', 'interrupted', 'timedOut']),
  }),
  /** Pressed once; `changed`: the page then showed the change; `answered`: it showed an error instead. */
  z.object({ kind: z.literal('pressed'), changed: z.boolean(), answered: z.boolean() }),
]);
export type Progress = z.infer<typeof progressSchema>;

/** content script → background. It can report, and ask to fire an intent that the popup created; it can create none. */
export const reportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('observed'), observation: observationSchema }),
  z.object({ type: z.literal('progress'), intent: id, observation: observationSchema, progress: progressSchema }),
  z.object({ type: z.literal('mayFire'), intent: id, document: id }),
]);
export type Report = z.infer<typeof reportSchema>;

/** The background's reply to `mayFire`; anything else means no. */
export const mayFireReplySchema = z.object({ fire: z.boolean() });

/** background → content script. `document` names the one document it is for. No command carries a token. */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('look') }),
  z.object({ type: z.literal('walk'), document: id }),
  z.object({
    type: z.literal('operate'),
    document: id,
    intent: id,
    kind: operationKindSchema,
    expected: z.nullable(z.string().check(z.regex(/^[0-9a-f]{8}$/))),
    /** The account's orgId and label, where known: the page must not contradict them. */
    orgId: z.nullable(text),
    label: z.nullable(text),
  }),
  /** What do you know of this intent? Asking also makes an unknown intent refused from then on. */
  z.object({ type: z.literal('recall'), intent: id }),
]);
export type Command = z.infer<typeof commandSchema>;

/** Replies to the commands; a reply that is none of these is no reply. */
export const walkReplySchema = z.object({ walked: z.boolean() });
export const operateReplySchema = z.object({ accepted: z.boolean() });
export const recallReplySchema = z.object({ progress: progressSchema, observation: observationSchema });
