// @vitest-environment node
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { clipHash, clipOf } from '../../../../lib/clearing/clip.ts';

const text = 'Grüße: A=1';
const sha256 = (value: string) => createHash('sha256').update(value).digest('hex');

it('is the hash of its salt and the text', async () => {
  const { salt, hash } = await clipOf(text);
  expect([salt.length, hash]).toEqual([32, sha256(salt + text)]);
});

it('is another one for each copy', async () => {
  const [one, other] = [await clipOf(text), await clipOf(text)];
  expect(one.salt).not.toBe(other.salt);
  expect(one.hash).not.toBe(other.hash);
});

it.each(['A\r\nB\r\n', 'A\rB\r', 'A\nB\n'])('does not count the kind of line end: case %#', async (lines) => {
  expect(await clipHash('00', lines)).toBe(sha256('00A\nB\n'));
});
