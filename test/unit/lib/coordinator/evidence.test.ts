import { expect, it } from 'vitest';
import { verdict, verdictAt } from '../../../../lib/coordinator/evidence.ts';
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

/** What a page says → what that proves: on a page that was there, loaded afresh at once, and afresh much later. */
it.each<[OperationKind, TokenMark | null, TokenMark | null, unknown, unknown, unknown]>([
  ['regenerate', a, b, done(b), done(b), done(b)],
  ['regenerate', a, a, null, null, notDone('refused')],
  ['regenerate', a, null, null, notDone('changedElsewhere'), notDone('changedElsewhere')],
  ['delete', a, null, done(null), done(null), done(null)],
  ['delete', a, a, null, null, notDone('refused')],
  ['delete', a, b, null, notDone('changedElsewhere'), notDone('changedElsewhere')],
  ['generate', null, b, done(b), done(b), done(b)],
  ['generate', null, null, null, null, notDone('refused')],
])('%s of %j with %j shown', (kind, expected, mark, old, fresh, late) => {
  const intent = fired(kind, expected);
  expect(verdict(intent, mark, firedAt, false)).toEqual(old);
  expect(verdict(intent, mark, firedAt + silentVerdictAfter * 2, false)).toEqual(old);
  expect(verdict(intent, mark, firedAt, true)).toEqual(fresh);
  expect(verdict(intent, mark, firedAt + silentVerdictAfter, true)).toEqual(late);
});

it.each<[OperationKind, TokenMark | null, TokenMark | null]>([
  ['regenerate', a, b],
  ['regenerate', a, a],
  ['delete', a, null],
  ['generate', null, b],
])('%s of %j with %j shown proves nothing before the press', (kind, expected, mark) => {
  expect(verdict(fired(kind, expected), mark, firedAt - 1, true)).toBeNull();
  expect(verdict(armedIntent({ kind, expected }), mark, noon + silentVerdictAfter * 9, true)).toBeNull();
});

it.each([
  [true, answeredVerdictAfter],
  [false, silentVerdictAfter],
])('waits with "nothing was changed" while a request may be under way; answered: %s', (answered, wait) => {
  const intent = fired('delete', a, answered);
  expect(verdictAt(intent)).toBe(firedAt + wait);
  expect(verdict(intent, a, firedAt + wait - 1, true)).toBeNull();
  expect(verdict(intent, a, firedAt + wait, true)).toEqual(notDone('refused'));
});

it('counts from the arming where nothing was fired', () => {
  expect(verdictAt(armedIntent())).toBe(noon + silentVerdictAfter);
});
