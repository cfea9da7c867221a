/** What an answer of the Visitor Chat API says of the token it was asked with (facts.md, "Calls that test a token"). */
import * as z from 'zod/mini';

export const cannotTellReasons = [
  /** There is no widget id that could be asked for: nothing was sent. */
  'noWidget',
  /** 404: the account has no such widget. */
  'widgetNotFound',
  /** 400: the server does not take the widget id for one. */
  'badRequest',
  /** 429: asked too often. */
  'rateLimited',
  /** 5xx. */
  'serverError',
  /** The whole answer was not there within the limit. */
  'timedOut',
  /** No answer, or one that broke off: the network, or a server that cannot be reached. */
  'offline',
  /** Not what the vendor documents: a redirect, a page, another status; or a token that cannot be sent at all. */
  'unexpected',
  /** 200, with an error in the body. */
  'errorInBody',
  /** The caller ended the check. */
  'cancelled',
  /** The browser has not been allowed to send it: the site, or in Firefox the consent, is not granted. */
  'notAllowed',
] as const;

const cannotTellSchema = z.enum(cannotTellReasons);
export type CannotTell = z.infer<typeof cannotTellSchema>;

/** The outcome of a check. `cannotTell` says nothing of the token, neither good nor bad. */
export const checkVerdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted') }),
  z.object({ kind: z.literal('refused') }),
  z.object({ kind: z.literal('cannotTell'), why: cannotTellSchema }),
]);
export type CheckVerdict = z.infer<typeof checkVerdictSchema>;

/** The verdict that `why` keeps from being one. */
export const cannotTell = (why: CannotTell): CheckVerdict => ({ kind: 'cannotTell', why });

/**
 * What the HTTP status and the body say of the token. The body counts with 200 alone, where only the documented answer
 * is "accepted": a captive portal or an error page may well come with a 200.
 */
export function verdictOf(status: number, bodyText: string): CheckVerdict {
  if (status === 200) return verdictOfBody(bodyText);
  if (status === 401) return { kind: 'refused' };
  if (status === 400) return cannotTell('badRequest');
  if (status === 404) return cannotTell('widgetNotFound');
  if (status === 429) return cannotTell('rateLimited');
  return cannotTell(status >= 500 && status <= 599 ? 'serverError' : 'unexpected');
}

function verdictOfBody(text: string): CheckVerdict {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null) return cannotTell('unexpected');
  if (Object.hasOwn(body, 'error')) return cannotTell('errorInBody');
  const isDocumented = 'widgetId' in body && typeof body.widgetId === 'string';
  return isDocumented ? { kind: 'accepted' } : cannotTell('unexpected');
}

/** `text` as JSON; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
