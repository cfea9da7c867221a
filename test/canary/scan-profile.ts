/** Looks for tokens in all that a browser leaves on disk: file by file, raw and decoded. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Decoding, decodingsOf } from './decode.ts';
import { Parts } from './parts.ts';
import { isSessionFile, ownSessions } from './sessions.ts';

export interface Finding {
  /** The file, relative to the profile. */
  file: string;
  /** How it was read: raw, leveldb, sqlite, snappy, lz4, gzip or session. */
  as: string;
}

/** Where browsers keep what an extension stores: there a part that is no longer than 5 characters is looked for, too. */
const ofExtensions =
  /(Local|Sync|Managed) Extension Settings\/|Extension (State|Rules|Scripts)\/|IndexedDB\/chrome-extension|Service Worker\/Database\/|Local Storage\/|Storage\/ext\/|storage\/default\/moz-extension|storage-sync|browser-extension-data\//;

/**
 * The files below `profile` that hold a part of one of `tokens` (see Parts), as UTF-8 or UTF-16, raw or decoded (LevelDB
 * tables and logs, SQLite, snappy, LZ4, gzip): 8 characters in a row, 12 where there are many
 * tokens, and 5 in what an extension stores, or of a rare token. Of the state of open tabs, which holds what the
 * dashboard's own page shows, only what is said of pages whose address begins with `ours`, and of cached pages none of the
 * dashboard's. No token is in what it gives. A file that vanishes meanwhile, as a running browser's do, is left out.
 */
export async function scanProfile(profile: string, tokens: readonly string[], ours = 'none'): Promise<Finding[]> {
  const parts = new Parts(tokens);
  const findings: Finding[] = [];
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(profile, path).replaceAll(sep, '/');
    if (!entry.isFile()) continue;
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null || isKeptPage(file, bytes)) continue;
    for (const decoding of contentsOf(file, decodingsOf(path, bytes), ours))
      if (holds(decoding, ofExtensions.test(file), parts)) findings.push({ file, as: decoding.as });
  }
  return findings;
}

/**
 * Firefox keeps what has no `no-store` in a file that ends with its address, which it writes some seconds after the rest: a
 * page of the dashboard's is the dashboard's, and so is one that ends without an address. Nothing of an extension is kept there.
 */
function isKeptPage(file: string, bytes: Buffer): boolean {
  if (!/^cache2\/(entries|doomed|trash\d+)\//.test(file)) return false;
  return (
    bytes.includes(':https://www.snapengage.com/app/') || !/:(https?|moz-extension):\/\//.test(bytes.toString('latin1'))
  );
}

interface Content extends Omit<Decoding, 'as'> {
  as: Decoding['as'] | 'session';
}

function contentsOf(file: string, decodings: Decoding[], ours: string): Content[] {
  if (!isSessionFile(file)) return decodings;
  return ownSessions(file, decodings, ours).map((content) => ({ as: 'session', content }));
}

/** Whether it holds a part, read as one byte or as two bytes per character; raw, it is not what was written. */
function holds({ as, content }: Content, isStored: boolean, parts: Parts): boolean {
  const narrow = content.toString('latin1');
  // Two-byte text has a zero after each character; without them it reads as the other.
  const forms = [narrow, narrow.replaceAll('\0', '')];
  return forms.some((text) => (isStored && as !== 'raw' ? parts.inWriting(text) : parts.in(text)));
}
