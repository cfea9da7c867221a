import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprintOf, fingerprintShape, formatFingerprint, lastFourOf, maskOf } from '../../../lib/token.ts';

it('has the first eight digits of SHA-256 as its fingerprint', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 512 }), async (token) => {
      // Half a surrogate pair is no character: both sides write the replacement character for it.
      const fingerprint = await fingerprintOf(token);
      expect(fingerprint).toBe(createHash('sha256').update(token).digest('hex').slice(0, 8));
      expect(fingerprint).toMatch(fingerprintShape);
      expect(formatFingerprint(fingerprint).replace(' ', '')).toBe(fingerprint);
    }),
    { numRuns: 50 },
  );
});

it.each([
  [1, false],
  [11, false],
  [12, true],
  [32, true],
  [512, true],
])('of %i characters shows its last four: %s', (length, shown) => {
  const token = Array.from({ length }, (_, index) => (index % 10).toString()).join('');
  expect(lastFourOf(token)).toBe(shown ? token.slice(-4) : null);
});

it('is masked with the same length whatever its own', () => {
  const masks = [1, 11, 12, 32, 512].map((length) => maskOf(lastFourOf('x'.repeat(length))));
  expect(new Set(masks.slice(0, 2)).size).toBe(1);
  expect(new Set(masks.slice(2)).size).toBe(1);
  expect(masks[0]).toMatch(/^•{16}$/);
  expect(masks[2]).toMatch(/^•{16} x{4}$/);
});
