// @vitest-environment node
/** After a restart, a rotation finds what it missed: the outcome it waited for, or a change of the token. */
import { expect, it } from 'vitest';
import { whatFollows } from '../../../../lib/rotation/resume.ts';
import type { Account, Intent } from '../../../../lib/state/schemas.ts';
import { armedIntent, firedIntent, settledIntent } from '../support/stored.ts';
import * as r from './rotations.ts';

type Known = Pick<Account, 'mark' | 'since' | 'change'>;
const known = (mark: Known['mark'], changes: Partial<Known> = {}): Known => ({
  ...{ mark, since: { at: r.noon + 50, how: 'seen' }, change: null, ...changes },
});
const waiting = r.lead(r.begun('planned'), [r.operate]);
const mine = { wish: r.wish };
const times = { firedAt: r.noon + 1_000, settledAt: r.noon + 2_000 };
const late = { firedAt: r.noon + 1_000, settledAt: r.noon + 100_000 };
const isDone = { outcome: { kind: 'done', mark: r.b } } as const;
const isNotDone = { outcome: { kind: 'notDone', failure: 'refused' } } as const;
const done = { type: 'done', wish: r.wish, mark: r.b };
const notDone = { type: 'notDone', wish: r.wish };

it.each<[string, Intent[], unknown]>([
  ['never armed', [settledIntent()], notDone],
  ['armed', [armedIntent(mine)], null],
  ['fired', [firedIntent(mine)], null],
  ['in doubt', [firedIntent({ ...mine, doubt: 'offline' })], null],
  ['not done', [settledIntent({ ...mine, ...isNotDone })], notDone],
  ['done', [settledIntent({ ...mine, ...isDone, ...times })], { ...done, at: times.settledAt, lastSeenAt: null }],
  [
    'done, and found out much later',
    [settledIntent({ ...mine, ...isDone, ...late })],
    { ...done, at: late.settledAt, lastSeenAt: late.firedAt },
  ],
])('the operation is %s', (_, ledger, event) => {
  // Whatever the token is by now, the outcome comes first.
  for (const account of [null, known(r.a), known(r.b), known(r.c)])
    expect(whatFollows(waiting, ledger, account)).toEqual(event);
});

const change = { from: r.a, to: r.c, lastSeenAt: r.noon + 10, noticedAt: r.noon + 20 };
const changedTo = (to: Known['mark'], at: number, lastSeenAt: number | null) => ({
  type: 'changed',
  to,
  at,
  lastSeenAt,
});

it.each([
  ['nothing is known', null, null],
  ['it is the same', known(r.b), null],
  ['it is another', known(r.c), changedTo(r.c, r.noon + 50, r.noon)],
  ['it was deleted', known(null), changedTo(null, r.noon + 50, r.noon)],
  ['it was changed between two looks', known(r.c, { change }), changedTo(r.c, r.noon + 20, r.noon + 10)],
  ['an older change is still noted', known(null, { change }), changedTo(null, r.noon + 50, r.noon)],
  ['we created it', known(r.c, { since: { at: r.noon + 9, how: 'created' } }), changedTo(r.c, r.noon + 9, null)],
])('beside the token it led to: %s', (_, account, event) => {
  expect(whatFollows(r.lead(r.begun('planned'), r.regenerated), [], account)).toEqual(event);
});

it('notices a change before its own', () => {
  expect(whatFollows(r.begun('planned'), [], known(r.a))).toBeNull();
  expect(whatFollows(r.begun('planned'), [], known(r.b))).toEqual(changedTo(r.b, r.noon + 50, r.noon));
});

it('asks nothing of a closed one', () => {
  expect(whatFollows(r.lead(r.begun('planned'), [r.abandon]), [], known(r.c))).toBeNull();
});

it('comes to rest: the outcome, a change after it, and nothing more', () => {
  const ledger = [settledIntent({ ...mine, ...isDone })];
  const found: string[] = [];
  let rotation = waiting;
  for (
    let event = whatFollows(rotation, ledger, known(r.c));
    event;
    event = whatFollows(rotation, ledger, known(r.c))
  ) {
    found.push(event.type);
    rotation = r.lead(rotation, [event]);
  }
  expect(found).toEqual(['done', 'changed']);
  expect(rotation).toMatchObject({ stage: 'replace', from: r.a, to: r.c, wish: null });
});
