// @vitest-environment node
/** The whole way of a rotation, and which step is allowed at which stage. */
import { describe, expect, it } from 'vitest';
import type { RotationEvent } from '../../../../lib/rotation/events.ts';
import { longestReason, type Rotation } from '../../../../lib/rotation/rotation.ts';
import { step } from '../../../../lib/rotation/steps.ts';
import * as r from './rotations.ts';

const deletion = [r.operate, r.done(null), r.tick('1'), r.skip('2')];
const ways: [string, Rotation, RotationEvent[], string[]][] = [
  [
    'planned',
    r.begun('planned'),
    [...r.recorded, r.completed],
    ['regenerate', 'replace', 'replace', 'replace', 'prove', 'prove', 'prove', 'record', 'closed'],
  ],
  [
    'emergency',
    r.begun('emergency'),
    [...r.recorded, r.completed],
    ['regenerate', 'replace', 'replace', 'replace', 'prove', 'prove', 'prove', 'record', 'closed'],
  ],
  [
    'byHand',
    r.begun('byHand'),
    [r.tick('1'), r.tick('2'), r.goOn, ...r.proofs, r.goOn, r.completed],
    ['replace', 'replace', 'prove', 'prove', 'prove', 'record', 'closed'],
  ],
  [
    'delete',
    r.begun('delete'),
    [...deletion, r.goOn, r.completed],
    ['regenerate', 'replace', 'replace', 'replace', 'record', 'closed'],
  ],
];

it.each(ways)('%s: the whole way', (_, start, events, stages) => {
  const passed = events.map((__, index) => r.lead(start, events.slice(0, index + 1)).stage);
  expect(passed).toEqual(stages);
  const end = r.lead(start, events, r.noon + 99);
  expect(end).toMatchObject({ stage: 'closed', endedAs: 'completed', closedAt: r.noon + 99 });
});

it.each(ways)('%s: resumes at every step from what was stored', (_, start, events) => {
  const stored = events.reduce(
    (rotation, event) => r.lead(JSON.parse(JSON.stringify(rotation)) as Rotation, [event]),
    start,
  );
  expect(stored).toEqual(r.lead(start, events));
});

describe('which step is allowed', () => {
  const at: Record<string, Rotation> = {
    prepare: r.begun('planned'),
    regenerate: r.begun('emergency'),
    replace: r.lead(r.begun('planned'), r.replaced),
    prove: r.lead(r.begun('planned'), [...r.replaced, r.goOn]),
    record: r.lead(r.begun('planned'), r.recorded),
    unprovenRecord: r.lead(r.begun('planned'), [...r.replaced, r.goOn, r.goOn]),
    deleted: r.lead(r.begun('delete'), deletion),
    deletedRecord: r.lead(r.begun('delete'), [...deletion, r.goOn]),
  };
  it.each([
    ['prepare', r.goOn, 'wrongStage'],
    ['prepare', r.goBack, 'wrongStage'],
    ['prepare', r.completed, 'wrongStage'],
    ['regenerate', r.goOn, 'wrongStage'],
    ['regenerate', r.goBack, 'wrongStage'],
    ['replace', r.goOn, 'prove'],
    ['replace', r.goBack, 'wrongStage'],
    ['replace', r.unproven, 'wrongStage'],
    ['prove', r.goOn, 'record'],
    ['prove', r.goBack, 'replace'],
    ['prove', r.completed, 'wrongStage'],
    ['record', r.goOn, 'wrongStage'],
    ['record', r.goBack, 'prove'],
    ['record', r.completed, 'closed'],
    ['record', r.unproven, 'proven'],
    ['unprovenRecord', r.completed, 'notProven'],
    ['unprovenRecord', r.unproven, 'closed'],
    ['deleted', r.goOn, 'record'],
    ['deletedRecord', r.goBack, 'replace'],
    ['deletedRecord', r.completed, 'closed'],
    ['deletedRecord', r.unproven, 'proven'],
  ] as const)('at %s: %j gives %s', (name, event, expected) => {
    const after = step(at[name] ?? r.begun('planned'), event, r.noon);
    expect('refused' in after ? after.refused : after.stage).toBe(expected);
  });

  it.each(Object.entries(at))('at %s: it can be abandoned', (_, rotation) => {
    const after = r.lead(rotation, [r.abandon], r.noon + 9);
    expect(after).toEqual({ ...rotation, stage: 'closed', endedAs: 'abandoned', closedAt: r.noon + 9 });
  });

  it.each(Object.entries(at))('at %s: it can be noted why', (_, rotation) => {
    const after = r.lead(rotation, [{ type: 'note', reason: ' Somebody left.\r\nTicket 12 ' }]);
    expect(after).toEqual({ ...rotation, reason: 'Somebody left.\nTicket 12' });
  });

  it('not to be abandoned while an operation is waited for', () => {
    const asked = r.lead(r.begun('planned'), [r.operate]);
    expect(step(asked, r.abandon, r.noon)).toEqual({ refused: 'operationOpen' });
  });

  it('not to go on while a place is open', () => {
    expect(step(r.lead(r.begun('planned'), r.regenerated), r.goOn, r.noon)).toEqual({ refused: 'placesOpen' });
  });

  it('with no place at all, on to the proof', () => {
    expect(r.lead(r.begun('byHand', { places: [] }), [r.goOn]).stage).toBe('prove');
  });
});

it('refuses everything once closed', () => {
  const closed = r.lead(r.begun('planned'), [...r.recorded, r.completed]);
  const events = [r.operate, r.changed(r.c), r.tick('1'), r.goBack, r.abandon, ...r.proofs];
  for (const event of [...events, { type: 'places', places: [] }, { type: 'note', reason: '' }] as RotationEvent[])
    expect(step(closed, event, r.noon)).toEqual({ refused: 'closed' });
});

it.each([
  ['x'.repeat(longestReason + 1), 'reasonTooLong'],
  ['a\u200bb', 'reasonNotPlain'],
  ['0123456789abcdef'.repeat(2), 'reasonLooksLikeASecret'],
])('refuses a reason that is not to be kept', (reason, code) => {
  expect(step(r.begun('planned'), { type: 'note', reason }, r.noon)).toEqual({ refused: code });
});

it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses a step at %s, which could not be stored', (now) => {
  expect(step(r.begun('planned'), r.abandon, now)).toEqual({ refused: 'invalid' });
});
