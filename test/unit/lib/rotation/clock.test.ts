// @vitest-environment node
/** The downtime clock: from the death of the token to each tick, the longer and the shorter way where nobody saw it. */
import { describe, expect, it } from 'vitest';
import { downtime, itemDowntime, leftOf } from '../../../../lib/rotation/clock.ts';
import type { RotationEvent } from '../../../../lib/rotation/events.ts';
import type { Rotation } from '../../../../lib/rotation/rotation.ts';
import * as r from './rotations.ts';

/** Applies each event at its time in ms after noon. */
function timed(rotation: Rotation, events: [number, RotationEvent][]): Rotation {
  return events.reduce((each, [at, event]) => r.lead(each, [event], r.noon + at), rotation);
}
/** What the clock says `at` ms after noon: in all, and per place; one number where it is exact. */
function clock(rotation: Rotation, at: number) {
  const short = (span: { atLeast: number; atMost: number } | null) =>
    span && span.atLeast === span.atMost ? span.atLeast : span && [span.atLeast, span.atMost];
  const now = r.noon + at;
  return [short(downtime(rotation, now)), ...rotation.items.map((item) => short(itemDowntime(rotation, item, now)))];
}
const replacing = r.lead(r.begun('planned'), r.regenerated);
const byHand = r.begun('byHand');

it.each<[string, Rotation, [number, RotationEvent][], number, unknown[]]>([
  ['runs for all that is open', replacing, [], 100, [100, 100, 100]],
  ['stops at a tick', replacing, [[30, r.tick('1')]], 100, [100, 30, 100]],
  [
    'runs again after an undo',
    replacing,
    [
      [30, r.tick('1')],
      [40, r.untick('1')],
    ],
    100,
    [100, 100, 100],
  ],
  [
    'stops in all at the last tick',
    replacing,
    [
      [60, r.tick('1')],
      [30, r.tick('2')],
    ],
    100,
    [60, 60, 30],
  ],
  [
    'leaves out what is skipped',
    replacing,
    [
      [30, r.tick('1')],
      [40, r.skip('2')],
    ],
    100,
    [30, 30, null],
  ],
  [
    'counts from between two looks',
    byHand,
    [[30, r.tick('1')]],
    100,
    [
      [100, 5100],
      [30, 5030],
      [100, 5100],
    ],
  ],
  [
    'stops at the close',
    replacing,
    [
      [30, r.tick('1')],
      [50, r.abandon],
    ],
    100,
    [50, 30, 50],
  ],
  ['is never negative: now', replacing, [], -100, [0, 0, 0]],
  ['is never negative: a tick', replacing, [[-30, r.tick('1')]], 100, [100, 0, 100]],
  ['is never negative: the close', replacing, [[-30, r.abandon]], 100, [0, 0, 0]],
  [
    'is never negative, and may yet be longer',
    byHand,
    [[-30, r.tick('1')]],
    -100,
    [
      [0, 4970],
      [0, 4970],
      [0, 4900],
    ],
  ],
  ['does not run before the change', r.begun('planned'), [], 100, [null, null, null]],
  ['does not run where the token was deleted', r.begun('byHand', { to: null }), [], 100, [null, null, null]],
  ['runs to the close where no place is known', r.begun('byHand', { places: [] }), [], 9, [[9, 5009]]],
])('%s', (_, rotation, events, at, expected) => {
  expect(clock(timed(rotation, events), at)).toEqual(expected);
});

describe('when the token changes once more', () => {
  const again = timed(replacing, [
    [30, r.tick('1')],
    [50, r.tick('2')],
    [80, r.changed(r.c, r.noon + 80, r.noon + 70)],
  ]);

  it('counts both times, and not the time in between', () => {
    expect(clock(again, 100)).toEqual([
      [70, 80],
      [50, 60],
      [70, 80],
    ]);
    expect(clock(timed(again, [[90, r.tick('2')]]), 100)).toEqual([
      [70, 80],
      [50, 60],
      [60, 70],
    ]);
  });

  it('counts what was never ticked from the first change on', () => {
    const open = timed(replacing, [
      [30, r.tick('1')],
      [80, r.changed(r.c, r.noon + 80)],
    ]);
    expect(clock(open, 100)).toEqual([100, 50, 100]);
  });

  it('of what is skipped then, counts in all what is known', () => {
    expect(
      clock(
        timed(again, [
          [90, r.skip('1')],
          [90, r.skip('2')],
        ]),
        100,
      ),
    ).toEqual([50, null, null]);
  });

  it('takes no tick for a return that had no token to give', () => {
    const generated = timed(replacing, [
      [10, r.changed(null, r.noon + 10)],
      [20, r.tick('1')],
      [30, r.changed(r.c, r.noon + 30)],
      [40, r.tick('1')],
    ]);
    expect(clock(generated, 100)).toEqual([100, 40, 100]);
  });
});

it('counts what is left while there is something to do', () => {
  const left = (events: RotationEvent[]) => leftOf(r.lead(r.begun('planned'), events));
  expect(left([])).toBe(0);
  expect(left(r.regenerated)).toBe(2);
  expect(left([...r.regenerated, r.tick('1')])).toBe(1);
  expect(left([...r.regenerated, r.tick('1'), r.skip('2')])).toBe(0);
  expect(left([...r.replaced, r.changed(r.c)])).toBe(2);
  expect(left([...r.regenerated, r.abandon])).toBe(0);
});
