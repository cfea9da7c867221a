/** Looks for tokens in all that a browser leaves on disk: file by file, raw and decoded. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { decodingsOf } from './decode.ts';

/** So many characters of a token in a row are a part of it; fewer stand in a profile by chance. */
const partLength = 8;

export interface Finding {
  /** The file, relative to the profile. */
  file: string;
  /** How it was read: raw, leveldb, sqlite, snappy, lz4 or gzip. */
  as: string;
}

/**
 * Files in which a browser keeps what the dashboard's own page shows, with or without an extension: the state of open
 * tabs, for restoring them. Nothing that an extension stores is among them.
 */
const ofThePages = [/\/?Sessions\//, /sessionstore/];

/**
 * The files below `profile` that hold 8 characters in a row of one of `tokens`, as UTF-8 or UTF-16, raw or decoded
 * (LevelDB tables and logs, SQLite, snappy, LZ4, gzip). No token is in what it gives. A file that vanishes meanwhile, as
 * a running browser's do, is left out.
 */
export async function scanProfile(profile: string, tokens: readonly string[]): Promise<Finding[]> {
  const parts = partsOf(tokens);
  const findings: Finding[] = [];
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(profile, path);
    if (!entry.isFile() || ofThePages.some((known) => known.test(file))) continue;
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) continue;
    for (const { as, content } of decodingsOf(path, bytes)) if (holds(content, parts)) findings.push({ file, as });
  }
  return findings;
}

/** Every run of 8 characters of every token; a token's parts all have the same length, so one pass finds any of them. */
function partsOf(tokens: readonly string[]): Set<string> {
  return new Set(
    tokens.flatMap((token) =>
      Array.from({ length: Math.max(0, token.length - partLength + 1) }, (_, n) => token.slice(n, n + partLength)),
    ),
  );
}

/** Whether `content` holds one of `parts`, read as one byte or as two bytes per character. */
function holds(content: Buffer, parts: ReadonlySet<string>): boolean {
  const narrow = content.toString('latin1');
  // Two-byte text has a zero after each character; without them it reads as the other.
  return holdsOne(narrow, parts) || holdsOne(narrow.replaceAll('\0', ''), parts);
}

/** Tokens are lower-case hex here, so only runs of that are looked at. */
function holdsOne(text: string, parts: ReadonlySet<string>): boolean {
  for (const [run] of text.matchAll(/[0-9a-f]{8,}/g))
    for (let start = 0; start + partLength <= run.length; start += 1)
      if (parts.has(run.slice(start, start + partLength))) return true;
  return false;
}
