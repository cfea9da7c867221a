/**
 * "Is this the one?": tells which token a pasted text is, by the token itself while it is in memory, else by fingerprints,
 * which who knows one could make a text for. The text is neither kept nor given back.
 */
import type { TokenMark } from './state/schemas.ts';
import { fingerprintOf } from './token.ts';

/** A token that was replaced; `replacedAt` is epoch ms. */
export interface PastToken {
  mark: TokenMark;
  replacedAt: number;
}

export type Comparison =
  | { kind: 'empty' }
  | { kind: 'current' }
  | { kind: 'older'; replacedAt: number }
  | { kind: 'unknown' };

/** In UTF-16 units, white space around aside: the longest token kept has 512, and the rest is room for a line around it. */
const longestPasted = 2_000;
/** More ways than this to read one text has only a text that is no line around a token. */
const mostReadings = 64;

/**
 * Which token `pasted` is, as it stands or taken out of what people copy along with it: quotes, a header or `.env` line,
 * a comma. Where an older one was there more than once, the last time counts. Too long a text is `unknown`. `token`: the
 * current one itself, while it is in memory.
 */
export async function compare(
  pasted: string,
  { current, token = null, past }: { current: TokenMark | null; token?: string | null; past: readonly PastToken[] },
): Promise<Comparison> {
  const text = withoutSpace(pasted);
  if (text === '') return { kind: 'empty' };
  if (text.length > longestPasted) return { kind: 'unknown' };
  const readings = readingsOf(pasted, text);
  const found = new Set(await Promise.all([...readings].map(fingerprintOf)));
  if (current && (token === null ? found.has(current.fingerprint) : readings.has(token))) return { kind: 'current' };
  const replaced = past.filter(({ mark }) => found.has(mark.fingerprint)).map(({ replacedAt }) => replacedAt);
  return replaced.length > 0 ? { kind: 'older', replacedAt: Math.max(...replaced) } : { kind: 'unknown' };
}

/** White space around, and the invisible marks that chats and word processors put in. */
const withoutSpace = (text: string) => text.replace(/\p{Cf}/gu, '').trim();

/** Each takes one layer off a text, and leaves a text without it as it is. */
const layers: ((text: string) => string)[] = [
  withoutSpace,
  // The end of a line of code or JSON.
  (text) => text.replace(/[,;]$/, ''),
  // `"…"`, `'…'`, and what a word processor makes of them.
  (text) => text.replace(/^(?:"(.*)"|'(.*)'|`(.*)`|“(.*)”|‘(.*)’)$/s, '$1$2$3$4$5'),
  // The name before a value: `x-api-key: …`, `export TOKEN=…`, `"token": …`.
  (text) => text.replace(/^[^:=]*[:=]/, ''),
  // SnapEngage knows no scheme, and people write one all the same (facts.md, What its users need).
  (text) => text.replace(/^bearer\s+/i, ''),
];

/**
 * All that `pasted` may be meant as: itself, `text`, and what stays with layer after layer taken off in any order. A
 * token may itself hold a colon or end in `=`, so that no reading is better than another until one is known.
 */
function readingsOf(pasted: string, text: string): Set<string> {
  const readings = new Set([pasted, text]);
  // A Set goes on to what is added on the way.
  for (const reading of readings) {
    for (const layer of layers) {
      if (readings.size < mostReadings) readings.add(layer(reading));
    }
  }
  return readings;
}
