/** The one request that tests a token: read-only, and without personal data (facts.md, "Calls that test a token"). */
import { isVendorOrigin } from '../dashboard/urls.ts';
import { type CheckVerdict, cannotTell, verdictOf } from './verdict.ts';
import { isWidgetId } from './widget-id.ts';

/** How long a check may take from the request to the last byte of the body, in ms. */
const checkLimit = 10_000;
/** The documented answer has some hundred bytes; what is longer than this is another one, and not read to its end. */
const longestBody = 16_384;

export interface CheckRequest {
  token: string;
  /** The account's origin, `https://…`. */
  origin: string;
  widgetId: string | null;
  fetch: typeof globalThis.fetch;
  /** Ends the check early, as `cancelled`. */
  signal?: AbortSignal;
}

/**
 * Asks the Visitor Chat API whether it accepts `token`; never rejects. Sends nothing without a widget id that can be
 * asked for (`noWidget`), for a token that no header can carry, or to another host than SnapEngage's (both `unexpected`).
 * To a script, a site without permission looks like no network: ask for the permission before, or it is `offline`.
 */
export async function checkToken({ token, origin, widgetId, fetch, signal }: CheckRequest): Promise<CheckVerdict> {
  if (widgetId === null || !isWidgetId(widgetId)) return cannotTell('noWidget');
  if (!headerValue.test(token) || !isVendorOrigin(origin)) return cannotTell('unexpected');
  const limit = AbortSignal.timeout(checkLimit);
  const end = new AbortController();
  try {
    const response = await fetch(`${origin}/api/v1/chat/${encodeURIComponent(widgetId)}`, {
      ...requestInit,
      headers: { 'x-api-key': token },
      signal: AbortSignal.any([limit, end.signal, ...(signal ? [signal] : [])]),
    });
    return verdictOf(response.status, response.status === 200 ? await readShort(response.body) : '');
  } catch {
    if (signal?.aborted) return cannotTell('cancelled');
    return cannotTell(limit.aborted ? 'timedOut' : 'offline');
  } finally {
    // Lets go of what was not read of the body.
    end.abort();
  }
}

const requestInit = {
  method: 'GET',
  // The session's cookie counts as well as the key: it would have any token accepted.
  credentials: 'omit',
  // A redirect proves nothing, and followed it would carry the key elsewhere. `error` would look like no network.
  redirect: 'manual',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

/**
 * Visible ASCII, spaces within. A browser refuses control characters and what is beyond Latin-1, cuts the spaces around,
 * and sends the upper half of Latin-1 as bytes that servers read as something else: a refusal would be of another token.
 */
const headerValue = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** The text of `body`, or "" where it has more than `longestBody` bytes: no answer that is known is that long. */
async function readShort(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  // Not `for await`: Chromium has it since 124.
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > longestBody) return '';
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
