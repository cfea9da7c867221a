// @vitest-environment node
/** Operations and changes by others lead to Replace, lose nothing where they fail, and open again what they overtake. */
import { expect, it } from 'vitest';
import { mostOvertaken } from '../../../../lib/rotation/changes.ts';
import type { RotationEvent } from '../../../../lib/rotation/events.ts';
import { currentMark, isAgain, markAfter, type Rotation } from '../../../../lib/rotation/rotation.ts';
import { step } from '../../../../lib/rotation/steps.ts';
import * as r from './rotations.ts';

const notDone: RotationEvent = { type: 'notDone', wish: r.wish };
const unknown: RotationEvent = { type: 'unknown', wish: r.wish };
const other = r.id('f');

it.each([
  ['planned', r.b],
  ['emergency', r.b],
  ['delete', null],
] as const)('%s: the outcome leads to Replace', (path, to) => {
  const asked = r.lead(r.begun(path), [r.operate]);
  expect(asked).toMatchObject({ stage: 'regenerate', wish: r.wish, downSince: null });
  const done = r.lead(asked, [r.done(to, r.noon + 7)]);
  expect(done).toMatchObject({ stage: 'replace', wish: null, from: r.a, to, downSince: r.noon + 7, lastSeenAt: null });
  expect(done.items).toEqual(asked.items);
});

it.each([
  ['planned', 'prepare'],
  ['delete', 'prepare'],
  ['emergency', 'regenerate'],
] as const)('%s: nothing done leads back to %s', (path, stage) => {
  const rotation = r.lead(r.begun(path), [r.skip('1'), { type: 'note', reason: 'Leaked' }]);
  const asked = r.lead(rotation, [r.operate]);
  expect(r.lead(asked, [notDone])).toEqual({ ...rotation, stage });
  expect(r.lead(asked, [r.done(r.a)])).toEqual({ ...rotation, stage });
  expect(r.lead(asked, [unknown])).toEqual(asked);
});

it('takes the same wish twice for one', () => {
  const asked = r.lead(r.begun('planned'), [r.operate]);
  expect(r.lead(asked, [r.operate])).toEqual(asked);
});

it.each([['prepare'], ['regenerate']])('takes a change by others at %s for the change', (stage) => {
  const rotation = r.begun(stage === 'prepare' ? 'planned' : 'emergency');
  const after = r.lead(rotation, [r.changed(r.b, r.noon, r.noon - 50)]);
  expect(after).toMatchObject({ stage: 'replace', to: r.b, downSince: r.noon, lastSeenAt: r.noon - 50 });
});

it.each<[string, RotationEvent[], RotationEvent, string]>([
  ['another operation', [r.operate], { type: 'operate', wish: other }, 'operationOpen'],
  ['another outcome', [r.operate], { type: 'notDone', wish: other }, 'otherOperation'],
  ['an outcome that is not waited for', [], r.done(), 'otherOperation'],
  ['an outcome that comes twice', [r.operate, r.done()], r.done(), 'otherOperation'],
  ['a doubt that is not its own', [r.operate], { type: 'unknown', wish: other }, 'otherOperation'],
  ['a change before the outcome', [r.operate], r.changed(r.c), 'operationOpen'],
  ['a change to the same token', [], r.changed(r.a), 'sameToken'],
  ['a change to the new token', r.regenerated, r.changed(r.b), 'sameToken'],
  ['a delete of what is deleted', [r.operate, r.done(null)], r.changed(null), 'sameToken'],
  ['a wish without an id', [], { type: 'operate', wish: 'mine' }, 'invalid'],
  ['a change before 1970', [], r.changed(r.b, -1), 'invalid'],
  ['a change at no time', [], r.changed(r.b, Number.NaN), 'invalid'],
  ['a token without a fingerprint', [], r.changed({ fingerprint: 'b', lastFour: null }), 'invalid'],
])('refuses %s', (_, events, event, code) => {
  expect(step(r.lead(r.begun('planned'), events), event, r.noon)).toEqual({ refused: code });
});

const ticked = r.lead(r.begun('planned'), [...r.regenerated, r.skip('2')]);
const standing: [string, Rotation][] = [
  ['replace', r.lead(ticked, [r.tick('1')], r.noon + 10)],
  ['prove', r.lead(ticked, [r.tick('1'), r.goOn], r.noon + 10)],
  ['record', r.lead(ticked, [r.tick('1'), r.goOn, ...r.proofs, r.goOn], r.noon + 10)],
];

it.each(standing)('opens again what was ticked, when the token changes at %s', (stage, rotation) => {
  expect(rotation.stage).toBe(stage);
  const after = r.lead(rotation, [r.changed(r.c, r.noon + 20, r.noon + 15)]);
  expect(after).toMatchObject({ stage: 'replace', from: r.a, to: r.c, downSince: r.noon, lastSeenAt: null });
  expect(after.overtaken).toEqual([{ mark: r.b, at: r.noon + 20, lastSeenAt: r.noon + 15 }]);
  const [first, second] = after.items;
  expect(first).toMatchObject({ state: 'open', at: null, earlier: [{ at: r.noon + 10, change: 1 }] });
  expect(second).toEqual(rotation.items[1]);
  expect(after.items.map(isAgain)).toEqual([true, false]);
  expect(rotation.items.map(isAgain)).toEqual([false, false]);
  expect(after.proofs).toEqual(rotation.proofs);
});

it.each(standing)('can do one more operation from %s, and stays there if nothing is done', (stage, rotation) => {
  const asked = r.lead(rotation, [r.operate]);
  expect(asked).toEqual({ ...rotation, wish: r.wish });
  expect(r.lead(asked, [notDone])).toEqual(rotation);
  expect(r.lead(asked, [r.done(r.c)])).toMatchObject({ stage: 'replace', to: r.c, wish: null });
  if (stage === 'record') expect(step(asked, r.completed, r.noon)).toEqual({ refused: 'operationOpen' });
});

it('turns from a delete to a replacement when a new token is generated, and back', () => {
  const deleted = r.lead(r.begun('delete'), [r.operate, r.done(null), r.tick('1')]);
  const generated = r.lead(deleted, [r.changed(r.c)]);
  expect(generated.items.map(isAgain)).toEqual([true, false]);
  const gone = r.lead(generated, [r.tick('1'), r.changed(null)]);
  expect(gone.items[0]?.earlier.map(({ change }) => change)).toEqual([1, 2]);
  expect([0, 1, 2, 3].map((change) => markAfter(gone, change))).toEqual([r.a, null, r.c, null]);
  expect([r.begun('planned'), deleted, generated, gone].map(currentMark)).toEqual([r.a, null, r.c, null]);
});

it.each([
  [r.noon + 5, r.noon + 5],
  [r.noon - 5, r.noon],
  [r.noon + 99, r.noon + 20],
  [null, null],
])('knows that a token lived when it came, and was not seen after it went: seen at %s', (lastSeenAt, kept) => {
  const after = r.lead(ticked, [r.changed(r.c, r.noon + 20, lastSeenAt)]);
  expect(after.overtaken).toEqual([{ mark: r.b, at: r.noon + 20, lastSeenAt: kept }]);
});

it('follows as many changes as a page may make up, and keeps a list of only so many', () => {
  const marks = [r.b, r.c];
  let rotation = r.lead(r.begun('planned'), [r.changed(r.b)]);
  for (let n = 1; n <= mostOvertaken + 9; n += 1)
    rotation = r.lead(rotation, [r.changed(marks[n % 2] ?? null, r.noon + n)]);
  expect(rotation.overtaken).toHaveLength(mostOvertaken);
  expect(currentMark(rotation)).toEqual(r.c);
  expect(r.lead(rotation, [r.tick('1'), r.changed(r.b)]).items[0]).toMatchObject({ state: 'open' });
});
