// @vitest-environment node
/** Whatever happens to a rotation in whatever order, by whatever clock: nothing is lost, and completed means proven. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { downtime, itemDowntime, leftOf } from '../../../../lib/rotation/clock.ts';
import { isRefused, type RotationEvent } from '../../../../lib/rotation/events.ts';
import { proofState } from '../../../../lib/rotation/proof.ts';
import { changesOf, currentMark, type Rotation, rotationSchema } from '../../../../lib/rotation/rotation.ts';
import { step } from '../../../../lib/rotation/steps.ts';
import type { TokenMark } from '../../../../lib/state/schemas.ts';
import * as r from './rotations.ts';

/** An event that may fit where the rotation stands, or not. */
type Move = (rotation: Rotation) => RotationEvent;
const time = fc.integer({ min: r.noon - 1_000, max: r.noon + 1_000 });
const token = fc.constantFrom<(TokenMark | null)[]>(r.a, r.b, r.c, r.mark('d'), null);
const digit = fc.constantFrom('1', '2', '3');
const fixed =
  (event: RotationEvent): Move =>
  () =>
    event;
const proof = fc.tuple(
  fc.constantFrom('new', 'old'),
  fc.constantFrom('accepted', 'refused', 'cannotTell'),
) as fc.Arbitrary<['new' | 'old', 'accepted' | 'refused' | 'cannotTell']>;
const listed = fc.subarray(['1', '2', '3']).map((digits) => digits.map((each) => r.place(each)));

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 24, arbitrary: fc.constant<Move>((rotation) => forward(rotation)) },
  { weight: 2, arbitrary: digit.map((each) => fixed(r.tick(each))) },
  { weight: 2, arbitrary: digit.map((each) => fixed(r.skip(each))) },
  { weight: 1, arbitrary: digit.map((each) => fixed(r.untick(each))) },
  { weight: 1, arbitrary: digit.map((each) => fixed(r.unskip(each))) },
  { weight: 2, arbitrary: fc.constant(fixed(r.operate)) },
  { weight: 2, arbitrary: fc.tuple(token, time).map(([to, at]) => fixed(r.done(to, at))) },
  { weight: 1, arbitrary: fc.constantFrom('notDone', 'unknown').map((type) => fixed({ type, wish: r.wish })) },
  {
    weight: 1,
    arbitrary: fc.tuple(token, time, fc.option(time)).map(([to, at, seen]) => fixed(r.changed(to, at, seen))),
  },
  { weight: 1, arbitrary: listed.map((places) => fixed({ type: 'places', places })) },
  {
    weight: 2,
    arbitrary: proof.map(
      ([which, said]) =>
        (rotation: Rotation) =>
          fitting(rotation, which, said),
    ),
  },
  { weight: 1, arbitrary: proof.map(([which, said]) => fixed(r.proved(which, said))) },
  { weight: 4, arbitrary: fc.constantFrom(r.goOn, r.goOn, r.goBack, r.unproven, r.completed).map(fixed) },
  { weight: 1, arbitrary: fc.constant(fixed(r.abandon)) },
);

/** What somebody would do next who only wants to get to the end. */
function forward(rotation: Rotation): RotationEvent {
  const open = rotation.items.find(({ state }) => state === 'open');
  switch (rotation.stage) {
    case 'prepare':
    case 'regenerate':
      return rotation.wish === null ? r.operate : r.done(rotation.path === 'delete' ? null : r.b);
    case 'replace':
      return open ? { type: 'tick', place: open.place } : r.goOn;
    case 'prove':
      return prove(rotation);
    default:
      return proofState(rotation).complete ? r.completed : r.unproven;
  }
}

function prove(rotation: Rotation): RotationEvent {
  const { new: now, old } = proofState(rotation);
  if (now !== 'accepted') return fitting(rotation, 'new', 'accepted');
  return old === 'refused' ? r.goOn : fitting(rotation, 'old', 'refused');
}

/** A proof of the token that the rotation has for `which` at present. */
function fitting(rotation: Rotation, which: 'new' | 'old', said: 'accepted' | 'refused' | 'cannotTell'): RotationEvent {
  const of = which === 'old' ? rotation.from : (currentMark(rotation) ?? rotation.from);
  return r.proved(which, said, { change: changesOf(rotation).length, of });
}

const nextStages: Record<Rotation['stage'], Rotation['stage'][]> = {
  prepare: ['prepare', 'regenerate', 'replace', 'closed'],
  regenerate: ['regenerate', 'prepare', 'replace', 'closed'],
  replace: ['replace', 'prove', 'record', 'closed'],
  prove: ['prove', 'replace', 'record', 'closed'],
  record: ['record', 'prove', 'replace', 'closed'],
  closed: [],
};
const ended = new Set<string>();

/** What holds of any rotation, at any `now`. */
function expectSound(rotation: Rotation, now: number) {
  expect(rotationSchema.parse(JSON.parse(JSON.stringify(rotation)))).toEqual(rotation);
  const { stage, items, closedAt, endedAs, wish, downSince } = rotation;
  const open = items.filter(({ state }) => state === 'open').length;
  if (stage === 'prove' || stage === 'record') expect(open).toBe(0);
  expect(downSince === null).toBe(stage === 'prepare' || stage === 'regenerate' || (stage === 'closed' && !downSince));
  expect([closedAt !== null, endedAs !== null]).toEqual([stage === 'closed', stage === 'closed']);
  if (stage === 'closed') expect(wish).toBeNull();
  if (endedAs === 'completed' || endedAs === 'unproven') expect(open).toBe(0);
  expect(leftOf(rotation)).toBe(downSince === null || stage === 'closed' ? 0 : open);
  for (const { state, at } of items) expect(at === null).toBe(state === 'open');
  expectClock(rotation, now);
}

function expectClock(rotation: Rotation, now: number) {
  const all = downtime(rotation, now);
  expect(all === null).toBe(rotation.downSince === null || rotation.to === null);
  const whole = all ?? { atLeast: 0, atMost: 0 };
  expect(whole.atLeast).toBeGreaterThanOrEqual(0);
  expect(whole.atMost).toBeGreaterThanOrEqual(whole.atLeast);
  for (const item of rotation.items) {
    const part = itemDowntime(rotation, item, now) ?? { atLeast: 0, atMost: 0 };
    expect(part.atLeast).toBeGreaterThanOrEqual(0);
    expect(part.atMost).toBeGreaterThanOrEqual(part.atLeast);
    expect(part.atLeast).toBeLessThanOrEqual(whole.atLeast);
    expect(part.atMost).toBeLessThanOrEqual(whole.atMost);
  }
}

/** What holds of `after`, which came of `before`. */
function expectNothingLost(before: Rotation, after: Rotation) {
  expect(nextStages[before.stage]).toContain(after.stage);
  const same = ({ id, account, path, from, startedAt }: Rotation) => ({ id, account, path, from, startedAt });
  expect(same(after)).toEqual(same(before));
  expect(changesOf(after).slice(0, changesOf(before).length)).toEqual(changesOf(before));
  expect(after.proofs.slice(0, before.proofs.length)).toEqual(before.proofs);
  if (before.downSince === null) return;
  expect(after.items.slice(0, before.items.length).map(({ place }) => place)).toEqual(
    before.items.map(({ place }) => place),
  );
  for (const [index, { earlier, state }] of before.items.entries()) {
    const item = after.items[index];
    expect(item?.earlier.slice(0, earlier.length)).toEqual(earlier);
    if (changesOf(after).length > changesOf(before).length && state === 'done') {
      expect([item?.state, item?.earlier.length]).toEqual(['open', earlier.length + 1]);
    }
  }
}

/** Completed is what the events themselves say, since the last that changed the token. */
function expectEarned(rotation: Rotation, sinceChange: RotationEvent[]) {
  const newest = (which: 'new' | 'old') =>
    sinceChange
      .flatMap((event) => (event.type === 'proved' && event.which === which ? [event.verdict.kind] : []))
      .at(-1);
  const isProven =
    rotation.to === null ? newest('old') !== 'accepted' : newest('new') === 'accepted' && newest('old') === 'refused';
  if (rotation.endedAs === 'completed') expect(isProven).toBe(true);
  if (rotation.endedAs === 'unproven') expect(isProven).toBe(false);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

it('nothing is lost, and completed means proven', { timeout: 60_000 }, () => {
  const path = fc.constantFrom<Rotation['path'][]>('planned', 'emergency', 'byHand', 'delete');
  const way = fc.array(fc.tuple(move, time, time), { minLength: 10, maxLength: 40, size: 'max' });
  const property = fc.property(path, way, (begins, moves) => {
    let rotation = frozen(r.begun(begins));
    let sinceChange: RotationEvent[] = [];
    expectSound(rotation, r.noon);
    for (const [next, at, later] of moves) {
      const event = next(rotation);
      const after = step(rotation, event, at);
      if (isRefused(after)) {
        expect(after).toEqual({ refused: expect.stringMatching(/^[a-z]+$/i) });
        expect(after.refused === 'closed').toBe(rotation.stage === 'closed');
        continue;
      }
      expectNothingLost(rotation, after);
      expectSound(after, later);
      const changes = changesOf(after).length > changesOf(rotation).length;
      sinceChange = changes ? [] : [...sinceChange, event];
      expectEarned(after, sinceChange);
      rotation = frozen(after);
      ended.add(`${after.path} ${after.endedAs}`);
    }
  });
  fc.assert(property, { numRuns: 300, seed: 4 });
  // The ways are long enough to get everywhere.
  for (const begins of ['planned', 'emergency', 'byHand', 'delete'])
    for (const end of ['completed', 'unproven', 'abandoned']) expect(ended).toContain(`${begins} ${end}`);
});
