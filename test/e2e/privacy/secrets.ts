/** Finding a token, or a part of it, where none may be, without ever printing one. */
import { Parts } from '../../canary/parts.ts';

/** So many characters of a token in base64 in a row are a part of it. */
const packedLength = 8;

/**
 * Whether `text` holds a part of `token`, as it is, backwards or in base64: 8 characters in a row, of which fewer may stand
 * anywhere by chance, or 5 of a rare token.
 */
export function holdsPartOf(token: string, text: string): boolean {
  const reversed = [...token].reverse().join('');
  return new Parts([token, reversed]).in(text) || holdsRunOf(Buffer.from(token).toString('base64'), text);
}

function holdsRunOf(packed: string, text: string): boolean {
  for (let start = 0; start + packedLength <= packed.length; start += 1)
    if (text.includes(packed.slice(start, start + packedLength))) return true;
  return false;
}

/** How often `token` stands in `text`. */
export function timesIn(token: string, text: string): number {
  return text.split(token).length - 1;
}
