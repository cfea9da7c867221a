/** content script → background. Accepted from the dashboard's top frames only (ARCHITECTURE, Trust). */
import * as z from 'zod/mini';
import { mostWidgets, widgetShape } from '../dashboard/widgets.ts';
import { unreadableReasonSchema } from '../failures.ts';
import { plainLines, plainText } from '../plain-text.ts';
import { needSchema, operationStepSchema } from '../state/schemas.ts';
import { idSchema as id, textSchema as text } from './parts.ts';

/** What the content script knows of the page it is on. The token crosses here, page → extension, and nowhere else. */
export const pageReportSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('token'),
    token: z.string().check(z.minLength(1), z.maxLength(512), z.regex(plainText)),
    orgId: z.nullable(text),
    label: z.nullable(text),
  }),
  z.object({ kind: z.literal('none'), orgId: z.nullable(text), label: z.nullable(text) }),
  z.object({
    kind: z.literal('unreadable'),
    reason: unreadableReasonSchema,
    report: z.string().check(z.maxLength(4000), z.regex(plainLines)),
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
  /** The document came by a link, a form or an address, not by a reload or from the history. */
  navigated: z.boolean(),
  /** The page came with an HTTP status that says that it failed. */
  failed: z.optional(z.literal(true)),
  /** Widget ids that the page shows. */
  widgets: z.optional(z.array(z.string().check(z.regex(widgetShape))).check(z.maxLength(mostWidgets))),
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

/** What the content script may say. It can report and ask, also to fire what the popup created; it can create nothing. */
export const reportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('observed'), observation: observationSchema }),
  z.object({ type: z.literal('progress'), intent: id, observation: observationSchema, progress: progressSchema }),
  z.object({ type: z.literal('mayFire'), intent: id, document: id }),
  /** The page's button has copied: what is on the clipboard now, known by its hash alone (lib/clearing/clip.ts). */
  z.object({ type: z.literal('copied'), salt: id, hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  /** The person has pressed the page's own control; asks how many places use the token. */
  z.object({ type: z.literal('pressed'), kind: z.enum(['regenerate', 'delete']) }),
]);
export type Report = z.infer<typeof reportSchema>;

/** Replies to the commands; a reply that is none of these is no reply. */
export const walkReplySchema = z.object({ walked: z.boolean() });
export const operateReplySchema = z.object({ accepted: z.boolean() });
export const recallReplySchema = z.object({ progress: progressSchema, observation: observationSchema });
