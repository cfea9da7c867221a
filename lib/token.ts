/** What may be said of a token without showing it: fingerprint, last 4, mask (product.md, Words). */
import { sha256Hex } from './sha256.ts';

/** The first 8 hex digits of SHA-256(token): identifies a token, and cannot be turned back into it. */
export type Fingerprint = string;
export const fingerprintShape = /^[0-9a-f]{8}$/;

/** Below this length the last four would give too much of the token away, so none are shown. */
const shortestWithLastFour = 12;
const maskBullets = '•'.repeat(16);

/** Fingerprint of `token`: first 8 lower-case hex digits of SHA-256 over its UTF-8 bytes. */
export async function fingerprintOf(token: string): Promise<Fingerprint> {
  return (await sha256Hex(token)).slice(0, 8);
}

/** What identifies `token` without being it. */
export async function markOfToken(token: string): Promise<{ fingerprint: Fingerprint; lastFour: string | null }> {
  return { fingerprint: await fingerprintOf(token), lastFour: lastFourOf(token) };
}

/** Whether two marks stand for the same token; null stands for none. */
export function sameMark(a: { fingerprint: Fingerprint } | null, b: { fingerprint: Fingerprint } | null): boolean {
  return a?.fingerprint === b?.fingerprint;
}

/** `a91f03bc` as people read it: `a91f 03bc`. */
export function formatFingerprint(fingerprint: Fingerprint): string {
  return `${fingerprint.slice(0, 4)} ${fingerprint.slice(4)}`;
}

/** The last four characters, or null where the token is shorter than 12 and they would say too much. */
export function lastFourOf(token: string): string | null {
  return token.length < shortestWithLastFour ? null : token.slice(-4);
}

/** The masked token: always 16 bullets, whatever the real length, then the last four if they may be shown. */
export function maskOf(lastFour: string | null): string {
  return lastFour === null ? maskBullets : `${maskBullets} ${lastFour}`;
}
