// @vitest-environment node
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { compare, type PastToken } from '../../../lib/compare.ts';
import type { TokenMark } from '../../../lib/state/schemas.ts';
import { fingerprintOf } from '../../../lib/token.ts';
import { fakeToken } from '../../gallery/desks.ts';

const token = fakeToken();
const older = fakeToken(32, 5);
const stranger = fakeToken(32, 9);
const markOf = async (text: string): Promise<TokenMark> => ({ fingerprint: await fingerprintOf(text), lastFour: null });

let current: TokenMark;
let past: PastToken[];
beforeAll(async () => {
  current = await markOf(token);
  past = [
    { mark: await markOf(older), replacedAt: 2_000 },
    { mark: await markOf(older), replacedAt: 3_000 },
    { mark: await markOf(older), replacedAt: 1_000 },
  ];
});

/** Everything people copy along with a token; `@` stands for it. */
const wrappings = [
  '@',
  '  @\t\r\n',
  '\u00a0@\u200b',
  '"@"',
  "'@'",
  '`@`',
  '“@”',
  '‘@’',
  '" @ "',
  '@,',
  '@;',
  '"@",',
  '"@,"',
  'Authorization: @',
  'authorization:@',
  'Authorization: Bearer @',
  'x-api-key: @',
  '"x-api-key: @"',
  "'x-api-key': '@',",
  'SNAPENGAGE_TOKEN=@',
  'SNAPENGAGE_TOKEN = "@"',
  'export SNAPENGAGE_TOKEN=@',
  "export SNAPENGAGE_TOKEN='@';",
  '$env:SNAPENGAGE_TOKEN = "@"',
  "const token = '@';",
  '  "Authorization": "Bearer @",\n',
];

describe.each(wrappings)('pasted as %j', (wrapping) => {
  const pasted = (text: string) => wrapping.replace('@', () => text);

  it('is known', async () => {
    expect(await compare(pasted(token), { current, past })).toEqual({ kind: 'current' });
    expect(await compare(pasted(older), { current, past })).toEqual({ kind: 'older', replacedAt: 3_000 });
    expect(await compare(pasted(stranger), { current, past })).toEqual({ kind: 'unknown' });
  });

  it('is known by the token itself while that is in memory, whatever has its fingerprint', async () => {
    const all = { current: await markOf(stranger), token, past };
    expect(await compare(pasted(token), all)).toEqual({ kind: 'current' });
    expect(await compare(pasted(stranger), all)).toEqual({ kind: 'unknown' });
  });

  it('is known where the token looks like a wrapping itself', async () => {
    for (const odd of ['abc=def:ghi==', '"quoted"', 'ends;', 'bearer x', 'x-api-key: y']) {
      expect(await compare(pasted(odd), { current: await markOf(odd), past: [] })).toEqual({ kind: 'current' });
    }
  });
});

it('knows any token as it stands, and any a header can carry in a line of a file', async () => {
  const lines = ['KEY=@', 'export KEY="@"', 'Authorization: @', '"token": "@",'].map((line) => line.split('@'));
  const characters = (min: number, max: number) => fc.array(fc.integer({ min, max }), { maxLength: 500 });
  const textOf = (codes: number[]) => `${String.fromCodePoint(...codes)}x`;
  const pasted = fc.oneof(
    fc.record({ text: characters(0, 0x10ffff).map(textOf), around: fc.constant(['', '']) }),
    fc.record({ text: characters(0x21, 0x7e).map(textOf), around: fc.constantFrom(...lines) }),
  );
  await fc.assert(
    fc.asyncProperty(pasted, async ({ text, around }) => {
      expect(await compare(around.join(text), { current: await markOf(text), past: [] })).toEqual({ kind: 'current' });
    }),
  );
});

it.each(['', ' ', '\n\t', '\u200b\ufeff'])('has nothing to say of %j', async (pasted) => {
  expect(await compare(pasted, { current, past })).toEqual({ kind: 'empty' });
});

it('knows nothing where there is nothing to know', async () => {
  expect(await compare(token, { current: null, past: [] })).toEqual({ kind: 'unknown' });
  expect(await compare(token, { current: null, past })).toEqual({ kind: 'unknown' });
  expect(await compare(older, { current: null, past })).toEqual({ kind: 'older', replacedAt: 3_000 });
});

it('calls a token current that was there before as well', async () => {
  expect(await compare(older, { current: await markOf(older), past })).toEqual({ kind: 'current' });
});

it.each([
  [2_000, 'current'],
  [2_001, 'unknown'],
])('reads %i characters as %s, white space around aside', async (length, kind) => {
  const pasted = `${'K'.repeat(length - token.length - 1)}=${token}`;
  expect((await compare(`${' '.repeat(5_000)}${pasted}`, { current, past })).kind).toBe(kind);
});

it.each([
  ['colons', ':'.repeat(2_000)],
  ['names', 'k=":'.repeat(500)],
  ['quotes', '"'.repeat(2_000)],
  ['commas', ',;'.repeat(1_000)],
  ['white space', `a${' '.repeat(1_998)}b`],
])('is not held up by %s', async (_, pasted) => {
  const digest = vi.spyOn(crypto.subtle, 'digest');
  expect(await compare(pasted, { current, past })).toEqual({ kind: 'unknown' });
  expect(digest.mock.calls.length).toBeLessThanOrEqual(64);
});

it('knows a token with white space or an invisible mark of its own', async () => {
  for (const odd of [` ${token}`, `${token.slice(0, 9)}\u200b${token.slice(9)}`]) {
    expect(await compare(odd, { current: await markOf(odd), past: [] })).toEqual({ kind: 'current' });
  }
});
