import { expect, it } from 'vitest';
import type { Intent } from '../../../lib/state/schemas.ts';
import { type Evidence, judge, resentBy, unconfirmedOf } from '../../faults/judge.ts';

const post = (status: number, path = '/regenerate') => ({ method: 'POST', path, status });
const get = { method: 'GET', path: '/api', status: 200 };

/** What a trial leaves whose one intent was fired, applied and said to be done; `changes` is what is otherwise. */
function evidence(changes: Partial<Evidence> = {}): Evidence {
  const intent = { stage: 'settled', firedAt: 1, outcome: { kind: 'done' } } as Intent;
  return {
    intents: [intent],
    received: 1,
    applied: 1,
    resent: 0,
    unconfirmed: 0,
    elsewhere: 0,
    word: 'done',
    server: 'a91f03bc',
    known: 'a91f03bc',
    memory: 'a91f03bc',
    ownTabs: 0,
    ...changes,
  };
}

const kindsIn = (changes: Partial<Evidence>) => judge(evidence(changes)).map(({ kind }) => kind);

it('has nothing against a change that happened once', () => {
  expect(judge(evidence())).toEqual([]);
});

it.each([
  ['is applied twice', { received: 2, applied: 2 }, ['duplicate', 'wrongReport']],
  ['is asked for twice', { received: 2 }, ['duplicate']],
  [
    'is applied, and a reload applies another one',
    { received: 3, applied: 3, resent: 1 },
    ['duplicate', 'wrongReport'],
  ],
  ['never happened', { received: 0, applied: 0 }, ['wrongReport']],
  ['never happened, and was asked for by a reload, too', { applied: 0, received: 2, resent: 1 }, ['wrongReport']],
  ['is said not to have happened', { word: 'notDone' }, ['wrongReport']],
  ['is of a token that nobody confirmed', { unconfirmed: 1 }, ['unconfirmed']],
  ['leaves a tab open', { ownTabs: 1 }, ['stuck']],
  ['leaves the former token in memory', { memory: '00000000' }, ['lost']],
] as const)('objects where a change %s', (_, changes, kinds) => {
  expect(kindsIn(changes)).toEqual(kinds);
});

it.each([
  ['applied both', { received: 2, applied: 2, resent: 1 }],
  ['applied the first alone', { received: 2, applied: 1, resent: 1 }],
])('has nothing against a reload that sent the POST again, where the server %s', (_, changes) => {
  expect(kindsIn(changes)).toEqual([]);
});

it('counts as sent again what follows the same POST that was refused or cut off', () => {
  expect(resentBy([get, post(0), post(303), get])).toBe(1);
  expect(resentBy([post(403), get, post(303)])).toBe(1);
  expect(resentBy([post(303), get, post(303)])).toBe(0);
  expect(resentBy([post(0), post(303, '/delete')])).toBe(0);
});

const old = 'a91f03bc';
const pressedOn = (expected: string | null) =>
  [{ armedAt: 10, firedAt: 30, expected: expected === null ? null : { fingerprint: expected } }] as Intent[];

it.each([
  ['a page showed the confirmed token', old, [{ token: old, at: 20 }], 0],
  ['a page showed that there is none, as confirmed', null, [{ token: null, at: 20 }], 0],
  [
    'it was changed after a page had shown it',
    old,
    [
      { token: old, at: 20 },
      { token: 'c27e', at: 35 },
    ],
    0,
  ],
  [
    'every page showed another one',
    old,
    [
      { token: 'c27e', at: 20 },
      { token: 'c27e', at: 35 },
    ],
    1,
  ],
  [
    'a page showed it before the wish only',
    old,
    [
      { token: old, at: 9 },
      { token: 'c27e', at: 20 },
    ],
    1,
  ],
  ['a page showed it after the press only', old, [{ token: old, at: 41 }], 1],
])('counts an operation as confirmed or not where %s', (_, expected, shown, count) => {
  expect(unconfirmedOf(pressedOn(expected), shown, [40])).toBe(count);
});

it('leaves an operation alone that no intent had been fired for', () => {
  expect(unconfirmedOf(pressedOn(old), [], [29])).toBe(0);
});
