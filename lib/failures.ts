/**
 * The closed list of everything that may go wrong and is expected to. A failure is a plain value: it crosses
 * message and storage borders as its code, and the popup has one sentence and one next step for each.
 */
import * as z from 'zod/mini';

export const failureCodes = [
  /** The dashboard shows its sign-in page, or sent us to an identity provider. */
  'signedOut',
  /** Signed in, but the menu has no My Account: only the account owner sees it. */
  'notOwner',
  /** The browser has not granted the extension the dashboard's site. */
  'noAccess',
  /** The token page cannot be read for certain; `UnreadableReason` says why. */
  'unreadable',
  /** The dashboard could not be reached at all. */
  'offline',
  /** A named limit passed before the page got there. */
  'timedOut',
  /** The dashboard answered with an error page, or said so on the page. */
  'pageError',
  /** No live content script answers in the tab: the extension was updated under an open page. */
  'updated',
  /** The token is not the one the person confirmed. */
  'changedElsewhere',
  /** The page belongs to another account than the one the person confirmed. */
  'otherAccount',
  /** Another operation is still open. */
  'busy',
  /** The dashboard was asked and the token is the same as before. */
  'refused',
  /** The work was interrupted before anything was pressed. */
  'interrupted',
  /** The person cancelled. */
  'cancelled',
  /** It cannot be told whether the change happened. */
  'unknownOutcome',
] as const;

export const failureCodeSchema = z.enum(failureCodes);
export type FailureCode = z.infer<typeof failureCodeSchema>;

/** Why a page that looks like the token page is not read: each is a reason to show nothing rather than a guess. */
export const unreadableReasons = [
  /** The page masks the token. */
  'hidden',
  /** More than one value could be the token. */
  'ambiguous',
  /** A token is named, but Regenerate and Delete are not where they belong. */
  'noControls',
  /** Regenerate and Delete are there, but no value stands with them. */
  'noToken',
  /** The page claims at once that there is a token and that there is none. */
  'contradictory',
  /** The page is too large to read with care. */
  'tooLarge',
] as const;

export const unreadableReasonSchema = z.enum(unreadableReasons);
export type UnreadableReason = z.infer<typeof unreadableReasonSchema>;
