import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quoteForEnv, quoteForPowerShell, quoteForSh } from '../../../../lib/copy/quote.ts';
import { piecesFromSh } from './run-sh.ts';

/** The first text that fast-check makes takes it seconds on a busy machine; in ms. */
const slowly = 30_000;

/** Values of any characters, and values of little else than what shells and readers of `.env` files treat specially. */
const special = fc.constantFrom(...'\'"`\\$#=~!*?%&|;<>(){}[]^-:@, \t\na0é‘’‚‛');
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\0', '')),
  fc.string({ unit: special, maxLength: 20 }),
);
const batches = fc.array(value, { minLength: 1, maxLength: 200 });

it(
  'is read by a shell as just the value, as one word',
  () => {
    fc.assert(
      fc.property(batches, (values) => {
        expect(piecesFromSh(`printf '%s\\0' ${values.map(quoteForSh).join(' ')}`)).toEqual(values);
      }),
      { numRuns: 20 },
    );
  },
  slowly,
);

/** PowerShell's reading of a string in single quotes (its tokenizer.cs, ScanStringLiteral). */
function readByPowerShell(text: string): string | null {
  const quote = /['‘’‚‛]/;
  let read = '';
  for (let at = 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (!quote.test(char)) read += char;
    else if (at === text.length - 1) return read;
    else if (!quote.test(text.charAt(++at))) return null;
    else read += char;
  }
  return null;
}

it(
  'is read by PowerShell as just the value, curly quotes or not',
  () => {
    expect(quoteForPowerShell("it's")).toBe("'it''s'");
    expect(readByPowerShell("'it's'")).toBeNull();
    fc.assert(fc.property(value, (text) => readByPowerShell(quoteForPowerShell(text)) === text));
  },
  slowly,
);

it.each([
  ['0123456789abcdef', '0123456789abcdef'],
  ['', ''],
  ['a-b_c.d/e:f@g%h+i,j=k', 'a-b_c.d/e:f@g%h+i,j=k'],
  ['~a', "'~a'"],
  ['a b', "'a b'"],
  ['a#b', "'a#b'"],
  ['$HOME', "'$HOME'"],
  ['a"b`c', "'a\"b`c'"],
  ['a\\b', "'a\\b'"],
  ["it's", '"it\'s"'],
  ["it's $5", null],
  ['it\'s "5"', null],
  ["it's \\5", null],
  ['a\\\\b', null],
  ['a\\', null],
  ['a\nb', null],
  ['a\rb', null],
  ['a\tb', null],
])('writes %j in a .env file as %j', (text, written) => {
  expect(quoteForEnv(text)).toBe(written);
});

it(
  'is read from a .env file as just the value, by sh and by Node, or is not written at all',
  () => {
    fc.assert(
      fc.property(batches, (values) => {
        const lines = values.flatMap((text, index) => {
          const quoted = quoteForEnv(text);
          return quoted === null ? [] : [{ name: `N${index}`, quoted, text }];
        });
        const file = lines.map(({ name, quoted }) => `${name}=${quoted}\n`).join('');
        expect(parseEnv(file)).toEqual(Object.fromEntries(lines.map(({ name, text }) => [name, text])));
        const print = lines.map(({ name }) => `printf '%s\\0' "$${name}"\n`).join('');
        expect(piecesFromSh(file + print)).toEqual(lines.map(({ text }) => text));
      }),
      { numRuns: 20 },
    );
  },
  slowly,
);
