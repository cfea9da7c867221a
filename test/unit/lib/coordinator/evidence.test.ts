import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTolerance } from '../../../../lib/clock.ts';
import { broughtBack, verdict, verdictAt } from '../../../../lib/coordinator/evidence.ts';
import { answeredVerdictAfter, silentVerdictAfter } from '../../../../lib/coordinator/limits.ts';
import type { Intent, OperationKind, TokenMark } from '../../../../lib/state/schemas.ts';
import { armedIntent, firedIntent, noon } from '../support/stored.ts';

const a: TokenMark = { fingerprint: 'aaaaaaaa', lastFour: 'aaaa' };
const b: TokenMark = { fingerprint: 'bbbbbbbb', lastFour: 'bbbb' };
const firedAt = noon;
const fired = (kind: OperationKind, expected: TokenMark | null, answered = false): Intent =>
  firedIntent({ kind, expected, firedAt, answered });
const done = (mark: TokenMark | null) => ({ kind: 'done', mark });
const notDone = (failure: string) => ({ kind: 'notDone', failure });

/** What a page says → what that proves: on a page that was open, on one asked for too early, and on one in time. */
it.each<[OperationKind, TokenMark | null, TokenMark | null, unknown, unknown, unknown]>([
  ['regenerate', a, b, done(b), done(b), done(b)],
  ['regenerate', a, a, null, null, notDone('refused')],
  ['regenerate', a, null, null, null, notDone('unknownOutcome')],
  ['delete', a, null, done(null), done(null), done(null)],
  ['delete', a, a, null, null, notDone('refused')],
  ['delete', a, b, null, null, notDone('unknownOutcome')],
  ['generate', null, b, done(b), done(b), done(b)],
  ['generate', null, null, null, null, notDone('refused')],
])('%s of %j with %j shown', (kind, expected, mark, open, early, inTime) => {
  for (const answered of [true, false]) {
    const intent = fired(kind, expected, answered);
    const at = verdictAt(intent);
    for (const asOf of [firedAt, at, at * 2]) {
      expect(verdict(intent, mark, asOf, null)).toEqual(open);
      expect(verdict(intent, mark, asOf, firedAt - 1)).toEqual(early);
      expect(verdict(intent, mark, asOf, at - 1)).toEqual(early);
      expect(verdict(intent, mark, asOf, at)).toEqual(inTime);
      expect(verdict(intent, mark, asOf, at + 1)).toEqual(inTime);
    }
  }
});

it.each<[OperationKind, TokenMark | null, TokenMark | null]>([
  ['regenerate', a, b],
  ['regenerate', a, a],
  ['regenerate', a, null],
  ['delete', a, null],
  ['delete', a, a],
  ['generate', null, b],
  ['generate', null, null],
])('%s of %j with %j shown proves nothing before the press', (kind, expected, mark) => {
  const never = [null, noon, noon + silentVerdictAfter * 9];
  for (const requestedAt of never) {
    expect(verdict(fired(kind, expected), mark, firedAt - 1, requestedAt)).toBeNull();
    expect(verdict(armedIntent({ kind, expected }), mark, noon + silentVerdictAfter * 9, requestedAt)).toBeNull();
  }
});

it.each([
  [true, answeredVerdictAfter],
  [false, silentVerdictAfter],
])('waits with "nothing was changed" while a request may be under way; answered: %s', (answered, wait) => {
  const intent = fired('delete', a, answered);
  expect(verdictAt(intent)).toBe(firedAt + wait);
  // It is the asking that must come in time: what a page says late was true when it was asked for.
  expect(verdict(intent, a, firedAt + wait * 2, firedAt + wait - 1)).toBeNull();
  expect(verdict(intent, a, firedAt + wait, firedAt + wait)).toEqual(notDone('refused'));
});

it('says "not done" of no page but one asked for in time, and "done" of no page but a changed one', () => {
  const mark = fc.constantFrom(a, b, null);
  const time = fc.integer({ min: firedAt - 2, max: firedAt + silentVerdictAfter + 2 });
  fc.assert(
    fc.property(
      fc.constantFrom<OperationKind>('generate', 'regenerate', 'delete'),
      ...([mark, mark, fc.boolean(), time, fc.option(time, { nil: null })] as const),
      (kind, expected, shown, answered, asOf, requestedAt) => {
        const intent = fired(kind, expected, answered);
        const outcome = verdict(intent, shown, asOf, requestedAt);
        if (outcome) expect(asOf).toBeGreaterThanOrEqual(firedAt);
        if (outcome?.kind === 'notDone') expect(requestedAt).toBeGreaterThanOrEqual(verdictAt(intent));
        if (outcome?.kind === 'done')
          expect([shown, outcome.mark === expected]).toEqual([outcome.mark, kind === 'delete' && expected === null]);
      },
    ),
    { numRuns: 500 },
  );
});

it('counts from the arming where nothing was fired', () => {
  expect(verdictAt(armedIntent())).toBe(noon + silentVerdictAfter);
});

it('counts from when the page was held, where that is later than the press', () => {
  const intent = firedIntent({ firedAt: noon, heldUntil: noon + 5_000 });
  expect(verdictAt(intent)).toBe(noon + 5_000 + silentVerdictAfter);
  expect(verdictAt({ ...intent, heldUntil: noon - 5_000 })).toBe(noon + silentVerdictAfter);
});

describe('times from a clock that was ahead', () => {
  it('are brought back to now: held until then', () => {
    const heldUntil = noon + clockTolerance + 1;
    expect(broughtBack(firedIntent({ armedAt: noon, firedAt: noon, heldUntil }), noon)?.heldUntil).toBe(noon);
  });

  const ahead = noon + clockTolerance + 1;
  it.each<[string, number, number | null, [number, number | null]]>([
    ['armed and fired then', ahead, ahead + 5, [noon, noon]],
    ['armed then', ahead, null, [noon, null]],
    ['fired then, and armed just within what clocks may differ by', ahead - 1, ahead, [noon, noon]],
    ['armed before the clock went ahead', noon - 9, ahead, [noon - 9, noon]],
  ])('are brought back to now: %s', (_, armedAt, firedAt, expected) => {
    const intent = firedIntent({ armedAt, firedAt });
    const [armed, fired] = expected;
    expect(broughtBack(intent, noon)).toEqual({ ...intent, armedAt: armed, firedAt: fired });
  });

  it.each([
    [noon - 5, noon],
    [noon + clockTolerance, noon + clockTolerance],
    [noon - 5, null],
  ])('are let be where clocks may differ by that much: %s, %s', (armedAt, firedAt) => {
    expect(broughtBack(firedIntent({ armedAt, firedAt }), noon)).toBeNull();
  });
});
