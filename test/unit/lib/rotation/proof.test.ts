// @vitest-environment node
/** Proven is: the new token accepted and the old one refused, by the newest checks since the last change. */
import { describe, expect, it } from 'vitest';
import type { RotationEvent } from '../../../../lib/rotation/events.ts';
import { mostProofs, newestProof, proofState } from '../../../../lib/rotation/proof.ts';
import { step } from '../../../../lib/rotation/steps.ts';
import * as r from './rotations.ts';

const replacing = r.lead(r.begun('planned'), r.regenerated);
const deleted = r.lead(r.begun('delete'), [r.operate, r.done(null)]);
const { proved } = r;

it.each<[RotationEvent[], string, string, boolean]>([
  [[], 'notYet', 'notYet', false],
  [[proved('new', 'accepted')], 'accepted', 'notYet', false],
  [[proved('old', 'refused')], 'notYet', 'refused', false],
  [[proved('new', 'accepted'), proved('old', 'refused')], 'accepted', 'refused', true],
  [[proved('old', 'refused'), proved('new', 'accepted')], 'accepted', 'refused', true],
  [[proved('new', 'accepted'), proved('old', 'accepted')], 'accepted', 'accepted', false],
  [[proved('new', 'refused'), proved('old', 'refused')], 'refused', 'refused', false],
  [[proved('new', 'accepted'), proved('old', 'cannotTell')], 'accepted', 'cannotTell', false],
  [[...r.proofs, proved('new', 'cannotTell')], 'cannotTell', 'refused', false],
  [[...r.proofs, proved('old', 'accepted')], 'accepted', 'accepted', false],
  [[proved('old', 'accepted'), ...r.proofs], 'accepted', 'refused', true],
])('of %j: new %s, old %s, complete %s', (events, now, old, complete) => {
  const rotation = r.lead(replacing, events);
  expect(proofState(rotation)).toEqual({ new: now, old, complete });
  expect(rotation.proofs).toHaveLength(events.length);
});

it.each<[RotationEvent[], string, boolean]>([
  [[], 'notYet', true],
  [[proved('old', 'refused')], 'refused', true],
  [[proved('old', 'cannotTell')], 'cannotTell', true],
  [[proved('old', 'accepted')], 'accepted', false],
])('after a delete, of %j: old %s, complete %s', (events, old, complete) => {
  expect(proofState(r.lead(deleted, events))).toEqual({ new: 'notNeeded', old, complete });
});

it('knows nothing before the token is changed', () => {
  const nothing = { new: 'notYet', old: 'notYet', complete: false };
  expect(proofState(r.begun('planned'))).toEqual(nothing);
  expect(proofState(r.begun('delete'))).toEqual(nothing);
  expect(newestProof(r.begun('delete'), 'old')).toBeNull();
});

it('keeps when and why of each check', () => {
  const rotation = r.lead(replacing, [proved('new', 'accepted'), proved('new', 'cannotTell')], r.noon + 3);
  const newest = { which: 'new', verdict: r.cannotTell, at: r.noon + 3, fingerprint: r.b.fingerprint, change: 1 };
  expect(newestProof(rotation, 'new')).toEqual(newest);
  expect(newestProof(rotation, 'old')).toBeNull();
});

describe('after one more change', () => {
  const again = r.lead(r.lead(replacing, r.proofs), [r.changed(r.c)]);

  it('what was proven before does not count, but stays', () => {
    expect(proofState(again)).toEqual({ new: 'notYet', old: 'notYet', complete: false });
    expect(again.proofs).toHaveLength(2);
  });

  it('it has to be proven of the newest token, and once more of the old one', () => {
    const anew = [proved('new', 'accepted', { change: 2, of: r.c }), proved('old', 'refused', { change: 2 })];
    expect(proofState(r.lead(again, anew))).toEqual({ new: 'accepted', old: 'refused', complete: true });
  });

  it.each([
    ['asked for before it', proved('old', 'refused'), 'outdated'],
    ['of the token in between', proved('new', 'accepted', { change: 2 }), 'otherToken'],
    ['of the token in between, as the old one', proved('old', 'refused', { change: 2, of: r.b }), 'otherToken'],
  ])('refuses a proof %s', (_, event, code) => {
    expect(step(again, event, r.noon)).toEqual({ refused: code });
  });
});

it('is not complete where the same token came back', () => {
  const back = r.lead(replacing, [r.changed(r.a)]);
  const both = [proved('new', 'accepted', { change: 2, of: r.a }), proved('old', 'accepted', { change: 2 })];
  expect(proofState(r.lead(back, both)).complete).toBe(false);
});

it.each([
  ['before the change', r.begun('planned'), proved('new', 'accepted', { change: 0, of: r.a }), 'wrongStage'],
  ['of a new token where there is none', deleted, proved('new', 'accepted'), 'otherToken'],
  ['of the old token as the new one', replacing, proved('new', 'accepted', { of: r.a }), 'otherToken'],
])('refuses a proof %s', (_, rotation, event, code) => {
  expect(step(rotation, event, r.noon)).toEqual({ refused: code });
});

it('keeps the newest proofs', () => {
  const many = Array.from({ length: mostProofs }, () => proved('old', 'refused'));
  const { proofs } = r.lead(replacing, [proved('new', 'accepted'), proved('new', 'refused'), ...many.slice(1)]);
  expect(proofs).toHaveLength(mostProofs);
  expect(proofs[0]).toMatchObject({ which: 'new', verdict: { kind: 'refused' } });
});
