// @vitest-environment node
import { expect, it } from 'vitest';
import { mayCheck } from '../../../../lib/check/pace.ts';

const now = Date.UTC(2026, 4, 5, 12);

it.each([
  ['never', null, { ok: true }],
  ['just now', now, { ok: false, waitMs: 5_000 }],
  ['a second ago', now - 1_000, { ok: false, waitMs: 4_000 }],
  ['almost long enough ago', now - 4_999, { ok: false, waitMs: 1 }],
  ['5 s ago', now - 5_000, { ok: true }],
  ['long ago', 0, { ok: true }],
  ['a millisecond ahead of a clock set back', now + 1, { ok: true }],
  ['years ahead of a clock set back', now * 2, { ok: true }],
])('where the last check was %s', (_, last, answer) => {
  expect(mayCheck(last, now)).toEqual(answer);
});

it('lets one check in after the wait it named, and not before', () => {
  const answer = mayCheck(now - 1_234, now);
  const waitMs = answer.ok ? 0 : answer.waitMs;
  expect(mayCheck(now - 1_234, now + waitMs - 1).ok).toBe(false);
  expect(mayCheck(now - 1_234, now + waitMs).ok).toBe(true);
});
