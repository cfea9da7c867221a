/**
 * What was copied, known by its hash alone: enough to find it again on the clipboard, and to tell whose it is where
 * the text is known. Without zod, as the content script makes clips, too.
 */
import { newId } from '../new-id.ts';
import { sha256Hex } from '../sha256.ts';

/** `salt`: 32 hex digits, made anew by each copy; `hash`: SHA-256 over salt + text, in hex. */
export interface Clip {
  salt: string;
  hash: string;
}

/** The clip of `text`, which was copied just now. */
export async function clipOf(text: string): Promise<Clip> {
  const salt = newId();
  return { salt, hash: await clipHash(salt, text) };
}

/** The hash of `text` in a clip with `salt`. Windows gives lines back with CR LF, whatever they had: line ends do not count. */
export async function clipHash(salt: string, text: string): Promise<string> {
  return sha256Hex(salt + text.replaceAll(/\r\n?/g, '\n'));
}
