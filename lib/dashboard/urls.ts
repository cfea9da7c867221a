/** The dashboard's addresses (facts.md, Hosts and URLs). */

/** Where the dashboard lives, and nothing of ours works elsewhere. */
export const dashboardOrigin = 'https://www.snapengage.com';
/** Whether `origin` is SnapEngage's own: a token is written for, and sent to, no other host. */
export function isVendorOrigin(origin: string): boolean {
  return /^https:\/\/(?:[a-z\d-]+\.)*snapengage\.com$/.test(origin);
}
/** Match pattern of the dashboard's site. */
export const dashboardPattern = `${dashboardOrigin}/*`;
export const signInUrl = `${dashboardOrigin}/signin`;
export const appUrl = `${dashboardOrigin}/app/`;

/** A path longer than this, or one that carries something secret-shaped, is not remembered. */
const longestPath = 200;

/**
 * The part of `url` worth remembering as the way to the token page; null where there is none, where it leads off the
 * dashboard, or where it might carry a secret.
 */
export function rememberablePath(url: string | null): string | null {
  if (!url?.startsWith(`${dashboardOrigin}/`)) return null;
  const { pathname, search, hash } = new URL(url);
  const path = pathname + search + hash;
  const secretLike = /[A-Za-z0-9_-]{20,}/.test(path.replace(/[a-z]+(-[a-z]+)+/g, ''));
  return path.length <= longestPath && ownPath.test(path) && !secretLike ? path : null;
}

/** A path of the dashboard itself: `//host` and its like would lead to another origin. */
const ownPath = /^\/(?![/\\])/;

/** `path` on the dashboard's origin; the app's start page where `path` is none. */
export function dashboardUrl(path: string | null | undefined): string {
  return path && ownPath.test(path) ? new URL(dashboardOrigin + path).href : appUrl;
}
