/**
 * The files in which a browser keeps the state of open tabs, for restoring them: also what the dashboard's own page
 * shows, with or without an extension. Only what they say of pages of ours is ours.
 */
import type { Decoding } from './decode.ts';

const chromiums = /(^|\/)Sessions\//;
const firefoxes = /sessionstore/;

export function isSessionFile(file: string): boolean {
  return chromiums.test(file) || firefoxes.test(file);
}

/** What such a `file` says of pages whose address begins with `ours`. */
export function ownSessions(file: string, decodings: readonly Decoding[], ours: string): Buffer[] {
  if (chromiums.test(file)) return decodings.flatMap(({ content }) => commandsOf(content, ours));
  return decodings.flatMap(({ content }) => entriesOf(content, ours));
}

const snssHeaderLength = 8;
const sizeLength = 2;

/**
 * Chromium's are logs of commands: "SNSS", a version, then commands with their length in front
 * (components/sessions/core/command_storage_backend.cc). Each entry of a tab's history is one, with its address, its title
 * and the state of its page, forms included.
 */
function commandsOf(file: Buffer, ours: string): Buffer[] {
  if (file.subarray(0, 4).toString('latin1') !== 'SNSS') return [];
  const commands: Buffer[] = [];
  for (let at = snssHeaderLength; at + sizeLength <= file.length; ) {
    const end = at + sizeLength + file.readUInt16LE(at);
    commands.push(file.subarray(at + sizeLength, end));
    at = end;
  }
  return commands.filter((command) => command.includes(ours));
}

/** Firefox's are JSON: entries of histories, and the contents of forms, each with the address of its page. */
function entriesOf(content: Buffer, ours: string): Buffer[] {
  try {
    return objectsOf(JSON.parse(content.toString('utf8')), ours).map((entry) => Buffer.from(JSON.stringify(entry)));
  } catch {
    return [];
  }
}

function objectsOf(value: unknown, ours: string): object[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('url' in value && typeof value.url === 'string' && value.url.startsWith(ours)) return [value];
  return Object.values(value).flatMap((each) => objectsOf(each, ours));
}
