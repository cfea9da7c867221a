/** The link of a place: as a person types it, and the one https address that is kept of it. */

/** The longest link, as it is kept, in UTF-16 units. */
export const longestLink = 500;

export type LinkCode = 'tooLong' | 'notAnUrl' | 'notHttps' | 'hasCredentials';

/** `example.com:8443`: a host and its port, and no scheme, of which none in use has a dot. */
const hostAndPort = /^[^/?#:]+\.[^/?#:]+:\d+(?:[/?#]|$)/;
const hasScheme = /^[a-z][a-z\d+.-]*:/i;

/**
 * What is kept of `typed`, which has no white space around it and is not empty: the address in the browser's own
 * spelling. Where no scheme is typed it is https, and the host needs a dot: a word alone is no link. Fails with
 * `notAnUrl`, `notHttps` (any other scheme), `hasCredentials` (a name or password before the host), or `tooLong`.
 */
export function readLink(typed: string): { ok: true; link: string } | { ok: false; code: LinkCode } {
  if (typed.length > longestLink) return { ok: false, code: 'tooLong' };
  const isBare = hostAndPort.test(typed) || !hasScheme.test(typed);
  const url = isBare ? bareUrl(typed) : parseUrl(typed);
  if (!url) return { ok: false, code: 'notAnUrl' };
  if (url.protocol !== 'https:') return { ok: false, code: 'notHttps' };
  if (url.username !== '' || url.password !== '') return { ok: false, code: 'hasCredentials' };
  // Spelt in ASCII, an address may be longer than it was typed.
  return url.href.length > longestLink ? { ok: false, code: 'tooLong' } : { ok: true, link: url.href };
}

/** Whether `text` is a link just as it is kept. */
export function isLink(text: string): boolean {
  const read = readLink(text);
  return read.ok && read.link === text;
}

function bareUrl(typed: string): URL | null {
  const rest = typed.startsWith('//') ? typed.slice(2) : typed;
  // A URL parser skips slashes before the host: `/settings` would become the host `settings`.
  if (/^[/\\]/.test(rest)) return null;
  const url = parseUrl(`https://${rest}`);
  return url?.hostname.includes('.') ? url : null;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
