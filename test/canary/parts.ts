/** Finding a part of a token in what was kept or said, with no false alarm by chance. */
import { randomInt } from 'node:crypto';

/**
 * So many characters of a hex token in a row are a part of it wherever they stand; fewer stand anywhere by chance. Where
 * more than `fewTokens` are looked for, 8 do so, too: the hashes in the settings that Firefox ships (`remote-settings`)
 * are 20,000 such runs, so that of 16 tokens one profile in five hundred holds one.
 */
const [partLength, partOfMany, fewTokens] = [8, 12, 4];
/** One character more than the last 4, which may be shown. */
const shortestPart = 5;
/** Stands in every part of a rare token, and in no hex and no base64. */
const rareMark = '~';
/** No vowels: they make words. No hex letters. */
const alphabet = 'GHJKMNPQRSTVWXYZ0123456789';

/**
 * A token of 32 characters, five of which in a row nothing else has, and another such token hardly ever: with it the
 * shortest parts can be looked for.
 */
export function rareToken(): string {
  const drawn = () => alphabet[randomInt(alphabet.length)];
  return Array.from({ length: 32 }, (_, n) => (n % shortestPart === shortestPart - 1 ? rareMark : drawn())).join('');
}

export class Parts {
  readonly #long: ReadonlySet<string>;
  readonly #alone: ReadonlySet<string>;
  readonly #rare: ReadonlySet<string>;
  readonly #partLength: number;

  constructor(tokens: readonly string[]) {
    const rare = tokens.filter(isRare);
    const usual = tokens.filter((token) => !isRare(token));
    this.#rare = runsOf(rare, shortestPart);
    this.#partLength = usual.length > fewTokens ? partOfMany : partLength;
    this.#long = runsOf(usual, this.#partLength);
    // Words and numbers are no parts: most runs have a letter and a digit.
    const lengths = Array.from({ length: this.#partLength - shortestPart }, (_, n) => shortestPart + n);
    const short = lengths.flatMap((length) => [...runsOf(usual, length)]);
    this.#alone = new Set(short.filter((part) => /\d/.test(part) && /[a-f]/.test(part)));
  }

  /** Whether `text`, which may be anything, holds 8 characters in a row of a token (12 of one of many), or 5 of a rare one. */
  in(text: string): boolean {
    if (holdsRun(text, /[0-9a-f]{8,}/g, this.#long, this.#partLength)) return true;
    return this.#rare.size > 0 && holdsRun(text, /[A-Z0-9~]{5,}/g, this.#rare, shortestPart);
  }

  /**
   * As `in`, and whether a shorter part, of 5 characters at least, stands by itself. Hashes and most ids are longer words
   * of hex; still `text` must be written, not packed or machine code: there words as short as these come by chance.
   */
  inWriting(text: string): boolean {
    if (this.in(text)) return true;
    for (const [word] of text.matchAll(/[0-9a-f]{5,}/g)) if (this.#alone.has(word)) return true;
    return false;
  }
}

function isRare(token: string): boolean {
  return token.length >= shortestPart && [...runsOf([token], shortestPart)].every((run) => run.includes(rareMark));
}

function runsOf(tokens: readonly string[], length: number): Set<string> {
  return new Set(
    tokens.flatMap((token) =>
      Array.from({ length: Math.max(0, token.length - length + 1) }, (_, n) => token.slice(n, n + length)),
    ),
  );
}

/** Whether a match of `words` in `text` holds one of `runs`, each of which has `length` characters. */
function holdsRun(text: string, words: RegExp, runs: ReadonlySet<string>, length: number): boolean {
  for (const [word] of text.matchAll(words))
    for (let start = 0; start + length <= word.length; start += 1)
      if (runs.has(word.slice(start, start + length))) return true;
  return false;
}
