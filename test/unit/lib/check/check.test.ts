// @vitest-environment node
import { expect, it } from 'vitest';
import { type CheckResult, checkResultSchema, worthOf } from '../../../../lib/check/check.ts';

const now = Date.UTC(2026, 4, 5, 12);
const minute = 60_000;
const mark = { fingerprint: 'a1b2c3d4', lastFour: null };

function result(changes: Partial<CheckResult> = {}): CheckResult {
  return { at: now, which: 'current', fingerprint: mark.fingerprint, verdict: { kind: 'accepted' }, ...changes };
}

it.each([
  ['just made', now, { kind: 'fresh', ageMs: 0 }],
  ['almost ten minutes old', now - 10 * minute + 1, { kind: 'fresh', ageMs: 10 * minute - 1 }],
  ['ten minutes old', now - 10 * minute, { kind: 'stale', ageMs: 10 * minute }],
  ['ahead by the little that clocks are corrected', now + minute, { kind: 'fresh', ageMs: 0 }],
  ['ahead of a clock set back', now + minute + 1, { kind: 'stale', ageMs: null }],
])('%s', (_, at, worth) => {
  expect(worthOf(result({ at }), mark, now)).toEqual(worth);
});

it('speaks of the token with its fingerprint alone, whichever that was then', () => {
  expect(worthOf(result(), { ...mark, fingerprint: 'a1b2c3d5' }, now)).toEqual({ kind: 'otherToken' });
  expect(worthOf(result(), null, now)).toEqual({ kind: 'otherToken' });
  expect(worthOf(result({ which: 'old' }), mark, now).kind).toBe('fresh');
});

it.each([
  ['what was made', {}, true],
  ['a check that could not tell', { verdict: { kind: 'cannotTell', why: 'timedOut' } }, true],
  ['another token', { which: 'next' }, false],
  ['no fingerprint', { fingerprint: 'A1B2C3D4' }, false],
  ['a time that is none', { at: -1 }, false],
  ['no verdict', { verdict: null }, false],
])('is stored with %s: %o %s', (_, changes, taken) => {
  expect(checkResultSchema.safeParse({ ...result(), ...changes }).success).toBe(taken);
});

it('keeps nothing of an answer', () => {
  expect(checkResultSchema.parse({ ...result(), body: 'x' })).toEqual(result());
});
