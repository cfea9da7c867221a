// @vitest-environment node
/** Places are ticked, skipped and undone; the list is followed until the token changes, and nothing is lost after that. */
import { describe, expect, it } from 'vitest';
import type { PlaceGlance, RotationEvent } from '../../../../lib/rotation/events.ts';
import type { Rotation } from '../../../../lib/rotation/rotation.ts';
import { longestSkipReason } from '../../../../lib/rotation/rotation.ts';
import { step } from '../../../../lib/rotation/steps.ts';
import * as r from './rotations.ts';

const listed = (places: PlaceGlance[]): RotationEvent => ({ type: 'places', places });
const states = ({ items }: Rotation) => items.map(({ place, state }) => `${place[0]} ${state}`);
const replacing = r.lead(r.begun('planned'), r.regenerated);

it.each([
  ['tick', [r.tick('1')], { state: 'done', at: r.noon + 1, skipReason: '' }],
  ['untick', [r.tick('1'), r.untick('1')], { state: 'open', at: null, skipReason: '' }],
  ['skip', [r.skip('1', '  Retired ')], { state: 'skipped', at: r.noon + 1, skipReason: 'Retired' }],
  ['unskip', [r.skip('1'), r.unskip('1')], { state: 'open', at: null, skipReason: '' }],
  ['tick again', [r.tick('1'), r.untick('1'), r.tick('1')], { state: 'done', at: r.noon + 1, skipReason: '' }],
] as const)('%s', (_, events, item) => {
  const after = r.lead(replacing, [...events], r.noon + 1);
  expect(after.items[0]).toMatchObject(item);
  expect(after.items[1]).toEqual(replacing.items[1]);
});

const token = 'c0ffee42'.repeat(4);
it.each<[string, RotationEvent[], RotationEvent, string]>([
  ['a place that is not in it', [], r.tick('9'), 'unknownPlace'],
  ['a key of every object', [], { type: 'tick', place: '__proto__' }, 'unknownPlace'],
  ['a second tick', [r.tick('1')], r.tick('1'), 'notOpen'],
  ['a tick of what is skipped', [r.skip('1')], r.tick('1'), 'notOpen'],
  ['a skip of what is ticked', [r.tick('1')], r.skip('1'), 'notOpen'],
  ['an undo without a tick', [], r.untick('1'), 'notTicked'],
  ['an undo without a skip', [r.tick('1')], r.unskip('1'), 'notSkipped'],
  ['a skip without a reason', [], r.skip('1', ' \n'), 'reasonMissing'],
  ['a skip with a long reason', [], r.skip('1', 'x'.repeat(longestSkipReason + 1)), 'reasonTooLong'],
  ['a skip with an invisible character', [], r.skip('1', 'a\u202eb'), 'reasonNotPlain'],
  ['a skip with two lines', [], r.skip('1', 'a\nb'), 'reasonNotPlain'],
  ['a skip with half a character', [], r.skip('1', 'a\ud83d'), 'reasonNotPlain'],
  ['a skip with a token for a reason', [], r.skip('1', `was ${token}`), 'reasonLooksLikeASecret'],
  ['a tick in prove', [r.tick('1'), r.tick('2'), r.goOn], r.untick('1'), 'wrongStage'],
  ['a skip in prove', [r.skip('1'), r.tick('2'), r.goOn], r.unskip('1'), 'wrongStage'],
])('refuses %s', (_, events, event, code) => {
  expect(step(r.lead(replacing, events), event, r.noon)).toEqual({ refused: code });
});

it('lets places be skipped, but not ticked, before the token is changed', () => {
  for (const rotation of [r.begun('planned'), r.lead(r.begun('planned'), [r.operate]), r.begun('emergency')]) {
    expect(states(r.lead(rotation, [r.skip('2')]))).toEqual(['1 open', '2 skipped']);
    expect(step(rotation, r.tick('1'), r.noon)).toEqual({ refused: 'wrongStage' });
  }
});

describe('the list of places', () => {
  const now = [r.place('3'), r.place('2', { name: 'Renamed', api: 'other' }), r.place('1', { archived: true })];

  it('is followed until the token is changed', () => {
    const rotation = r.lead(r.begun('planned'), [r.skip('2'), listed(now)]);
    expect(states(rotation)).toEqual(['3 open', '2 skipped']);
    expect(rotation.items[1]).toMatchObject({ name: 'Renamed', api: 'other', skipReason: 'Retired' });
  });

  it('adds places from then on, and marks those it no longer has', () => {
    const rotation = r.lead(replacing, [r.tick('1'), listed(now)]);
    expect(states(rotation)).toEqual(['1 done', '2 open', '3 open']);
    expect(rotation.items.map(({ archived }) => archived)).toEqual([true, false, false]);
    expect(rotation.items[1]).toMatchObject({ name: 'Place 2', api: 'logs' });
    expect(r.lead(rotation, [listed([])]).items.map(({ archived }) => archived)).toEqual([true, true, true]);
    expect(r.lead(rotation, [listed(r.places)]).items.map(({ archived }) => archived)).toEqual([false, false, true]);
  });

  it.each([
    ['prove', [...r.replaced, r.goOn]],
    ['record', r.recorded],
  ])('leads back from %s when it has a place that is open', (stage, events) => {
    const rotation = r.lead(r.begun('planned'), events);
    expect(r.lead(rotation, [listed(r.places)]).stage).toBe(stage);
    expect(r.lead(rotation, [listed([r.place('1', { archived: true })])]).stage).toBe(stage);
    expect(r.lead(rotation, [listed(now)]).stage).toBe('replace');
  });

  it('is refused where the rotation could not be stored with it', () => {
    expect(step(replacing, listed([r.place('3', { id: 'not an id' })]), r.noon)).toEqual({ refused: 'invalid' });
    expect(step(replacing, listed([r.place('3', { name: 'x'.repeat(81) })]), r.noon)).toEqual({ refused: 'invalid' });
  });
});
