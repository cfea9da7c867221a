/** What a browser has saved of pages of ours for restoring their tabs, as of now. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodingsOf } from './decode.ts';
import { isSessionFile, ownSessions } from './sessions.ts';

/** The entries of pages whose address begins with `ours`, as text, below `profile`; of files that are whole. */
export async function savedTabs(profile: string, ours: string): Promise<string[]> {
  const files = (await readdir(profile, { recursive: true })).filter(isSessionFile);
  const entries = await Promise.all(files.map((file) => entriesIn(join(profile, file), file, ours)));
  // Chromium has them in two bytes per character.
  return entries.flat().map((entry) => entry.toString('latin1').replaceAll('\0', ''));
}

async function entriesIn(path: string, file: string, ours: string): Promise<Buffer[]> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? [] : ownSessions(file, decodingsOf(path, bytes), ours);
}
