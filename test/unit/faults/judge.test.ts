import { expect, it } from 'vitest';
import type { Intent } from '../../../lib/state/schemas.ts';
import { type Evidence, judge, resentBy, type Said, unconfirmedOf } from '../../faults/judge.ts';

const post = (status: number, at: number, path = '/app/regenerate') => ({ method: 'POST', path, status, at });
const get = { method: 'GET', path: '/api', status: 200, at: 0 };

/** What the popup says of a regenerate that is done. */
const says = (changes: Partial<Said> = {}): Said => ({
  word: 'done',
  verb: 'regenerated',
  lastFour: '3f9a',
  title: '',
  shows: '3f9a',
  ...changes,
});

/** What a trial leaves whose one intent was fired, applied and said to be done; `changes` is what is otherwise. */
function evidence(changes: Partial<Evidence> = {}): Evidence {
  const now = 'a91f03bc';
  return {
    intents: [intent()],
    confirmed: 1,
    received: 1,
    applied: 1,
    late: 0,
    resent: 0,
    unconfirmed: 0,
    elsewhere: 0,
    forgotten: false,
    inTime: true,
    isNeglected: false,
    noticesChange: false,
    said: [says()],
    server: now,
    serverLastFour: '3f9a',
    settled: { known: now, memory: now },
    known: now,
    memory: now,
    ownTabs: 0,
    ...changes,
  };
}

/** An intent that was armed at 1, fired at 2 and settled as done; `changes` is what is otherwise. */
const intent = (changes: Partial<Intent> = {}) =>
  ({
    kind: 'regenerate',
    stage: 'settled',
    armedAt: 1,
    firedAt: 2,
    expected: { fingerprint: 'c27e41d0', lastFour: '77aa' },
    outcome: { kind: 'done' },
    ...changes,
  }) as Intent;
const notDone = (failure: string, changes: Partial<Intent> = {}) =>
  intent({ outcome: { kind: 'notDone', failure } as Intent['outcome'], ...changes });
const unknown = [says({ word: 'unknown', verb: null, lastFour: null })];
const formerly = { known: 'c27e41d0', memory: 'c27e41d0' };

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
  ['is said not to have happened', { said: [says({ word: 'notDone' })] }, ['wrongReport']],
  ['is said not to have happened in one of two popups', { said: [says(), says({ word: 'notDone' })] }, ['wrongReport']],
  ['is said to be another one', { said: [says({ verb: 'deleted' })] }, ['wrongReport']],
  ['is said to have brought another token', { said: [says({ lastFour: '77aa' })] }, ['wrongReport']],
  ['was never fired', { intents: [intent({ firedAt: null })], received: 0, applied: 0, elsewhere: 1 }, ['wrongReport']],
  ['was pressed without asking', { intents: [intent({ firedAt: 1 })] }, ['unconfirmed']],
  [
    'is said to be unknown though it can be read',
    { intents: [notDone('unknownOutcome')], said: unknown },
    ['wrongReport'],
  ],
  ['leaves a popup without words', { said: [says({ word: 'hung' })] }, ['stuck']],
  ['is followed by another one after the end', { late: 1 }, ['duplicate']],
  ['did not store the new token first', { settled: formerly }, ['lost']],
  ['was confirmed and never stored', { intents: [], received: 0, applied: 0, said: [] }, ['lost']],
  ['was never stored and is said to be done', { intents: [], confirmed: 0, received: 0, applied: 0 }, ['wrongReport']],
  ['is of a token that nobody confirmed', { unconfirmed: 1 }, ['unconfirmed']],
  ['leaves a tab open', { ownTabs: 1 }, ['stuck']],
  ['takes too long', { inTime: false, settled: formerly }, ['stuck']],
  ['comes to no end by itself', { isNeglected: true }, ['stuck']],
  ['is put down to others', { noticesChange: true }, ['wrongReport']],
  ['leaves the former token on show', { said: [says({ shows: '77aa' })] }, ['wrongReport']],
  ['leaves a popup that says there is no token', { said: [says({ title: 'No API token' })] }, ['wrongReport']],
  [
    'is not known any more after a restart',
    { settled: { known: formerly.known, memory: null }, forgotten: true },
    ['lost'],
  ],
  ['leaves the former token in memory', { memory: '00000000' }, ['lost']],
] satisfies [string, Partial<Evidence>, string[]][])('objects where a change %s', (_, changes, kinds) => {
  expect(kindsIn(changes)).toEqual(kinds);
});

it.each([
  ['a restart has taken what was in memory', { settled: { known: 'a91f03bc', memory: null }, forgotten: true }],
  [
    'somebody else has changed it after a refusal',
    {
      intents: [notDone('refused')],
      applied: 0,
      elsewhere: 1,
      noticesChange: true,
      said: [says({ word: 'changedElsewhere' })],
    },
  ],
  [
    'a reload has sent it again after that',
    { received: 2, applied: 2, resent: 1, settled: formerly, noticesChange: true, said: [says({ shows: '77aa' })] },
  ],
  [
    'somebody else has changed it since',
    { settled: formerly, elsewhere: 1, said: [says({ word: 'changedElsewhere' })] },
  ],
  [
    'nobody can tell because of somebody else',
    { intents: [notDone('unknownOutcome', { firedAt: null })], received: 0, applied: 0, elsewhere: 1, said: unknown },
  ],
  [
    'a delete names the token that went',
    {
      intents: [intent({ kind: 'delete' })],
      said: [says({ verb: 'deleted', lastFour: '77aa', title: 'No API token', shows: null })],
      ...{ server: null, serverLastFour: null, known: null, memory: null, settled: { known: null, memory: null } },
    },
  ],
  ['nothing was confirmed', { intents: [], confirmed: 0, received: 0, applied: 0, said: [says({ word: 'none' })] }],
] satisfies [string, Partial<Evidence>][])('has nothing against it where %s', (_, changes) => {
  expect(judge(evidence(changes))).toEqual([]);
});

it.each([
  ['applied both', { received: 2, applied: 2, resent: 1 }],
  ['applied the first alone', { received: 2, applied: 1, resent: 1 }],
])('has nothing against a reload that sent the POST again, where the server %s', (_, changes) => {
  expect(kindsIn(changes)).toEqual([]);
});

it('counts as sent again what follows the same POST that was refused or cut off, once for each reload', () => {
  expect(resentBy([get, post(0, 1), post(303, 6), get], [5])).toBe(1);
  expect(resentBy([post(403, 1), get, post(303, 6)], [5])).toBe(1);
  expect(resentBy([post(303, 1), get, post(303, 6)], [5])).toBe(0);
  expect(resentBy([post(0, 1), post(303, 6, '/app/delete')], [5])).toBe(0);
  expect(resentBy([post(0, 1), post(200, 3, '/v1/other'), post(303, 6)], [5])).toBe(1);
  expect(resentBy([post(0, 1), post(303, 6), post(303, 7)], [5, 5])).toBe(2);
  expect(resentBy([post(0, 1), post(0, 6), post(303, 7)], [5])).toBe(1);
  expect(resentBy([post(0, 1), post(0, 6), post(303, 7)], [2, 5])).toBe(2);
});

it.each([
  ['before any reload', 4, [5]],
  ['long after it', 11_000, [5]],
  ['without one', 6, []],
])('is no excuse for a POST %s', (_, at, reloads) => {
  expect(resentBy([post(0, 1), post(303, at)], reloads)).toBe(0);
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

it('counts what the person has pressed by themselves as fired then', () => {
  const shown = [{ token: old, at: 20 }];
  expect(unconfirmedOf(pressedOn(old), shown, [29], [25])).toBe(0);
  expect(unconfirmedOf(pressedOn(old), shown, [29], [30])).toBe(1);
  expect(unconfirmedOf(pressedOn(old), [{ token: 'c27e', at: 20 }], [29], [25])).toBe(1);
});

it('has something against an operation that no intent had been fired for', () => {
  expect(unconfirmedOf(pressedOn(old), [{ token: old, at: 20 }], [29])).toBe(1);
});
