// @vitest-environment node
/** What a rotation leaves in the record: its beginning, its places, its steps, and how it ended. */
import { beforeEach, describe, expect, it } from 'vitest';
import { noteRotation } from '../../../../lib/coordinator/rotation-record.ts';
import { followRotations } from '../../../../lib/coordinator/rotations.ts';
import { latestTime } from '../../../../lib/record/entry.ts';
import { historyItem, rotationsItem } from '../../../../lib/state/items.ts';
import { idOf, place } from '../places/support.ts';
import { begun, later, led, listPlaces, operated, recorded, rotationOf, tick } from '../support/around.ts';
import { key, knowAccount, next, startBackground, token } from '../support/background.ts';
import { newToken } from '../support/pages.ts';
import { markOfToken, noon } from '../support/stored.ts';

beforeEach(async () => {
  const { end } = startBackground();
  await knowAccount();
  await listPlaces([place(1), place(2)]);
  return end;
});

const events = async () => (await historyItem.get()).map(({ event }) => event);
const lastEvent = async () => (await events()).at(-1);
const id = async () => (await rotationOf())?.id;
const proved = async (which: 'old' | 'new', kind: 'accepted' | 'refused', of: string) =>
  ({ type: 'proved', which, fingerprint: (await markOfToken(of)).fingerprint, verdict: { kind }, change: 1 }) as const;
const replace = async () => {
  await begun();
  await operated(next);
  await followRotations();
};

it('a whole rotation, step by step', async () => {
  await begun();
  await led({ type: 'note', reason: 'Yearly change' });
  await operated(next);
  await followRotations();
  later(60_000);
  await led(tick(1), { type: 'untick', place: idOf(1) }, tick(1), { type: 'skip', place: idOf(2), reason: 'Retired' });
  await led({ type: 'goOn' }, await proved('old', 'refused', token), await proved('new', 'accepted', next));
  await led({ type: 'goOn' }, { type: 'close', as: 'completed' });
  const [rotation, from, to] = [await id(), await markOfToken(token), await markOfToken(next)];
  const at = noon + 62_000;
  expect(await events()).toEqual([
    { kind: 'rotationStarted', rotation, path: 'planned', reason: '', from },
    { kind: 'rotationStep', rotation, step: 'replace' },
    { kind: 'placeDone', rotation, place: 'Place 1' },
    { kind: 'placeReopened', rotation, place: 'Place 1' },
    { kind: 'placeDone', rotation, place: 'Place 1' },
    { kind: 'placeSkipped', rotation, place: 'Place 2', reason: 'Retired' },
    { kind: 'rotationStep', rotation, step: 'prove' },
    { kind: 'rotationStep', rotation, step: 'record' },
    {
      kind: 'rotationClosed',
      rotation,
      from,
      to,
      summary: {
        endedAs: 'completed',
        reason: 'Yearly change',
        counts: { done: 1, skipped: 1, open: 0 },
        downtime: { atLeast: 60_000, atMost: 60_000 },
        proofs: { new: { verdict: 'accepted', why: null, at }, old: { verdict: 'refused', why: null, at } },
      },
    },
  ]);
  expect(new Set((await historyItem.get()).map(({ account }) => account))).toEqual(new Set([key]));
});

it('a step back, and an end without proof', async () => {
  await listPlaces([]);
  await replace();
  await led({ type: 'goOn' }, { type: 'goOn' }, { type: 'goBack' }, { type: 'goOn' });
  const { fingerprint } = await markOfToken(next);
  const verdict = { kind: 'cannotTell', why: 'offline' } as const;
  await led({ type: 'proved', which: 'new', fingerprint, verdict, change: 1 }, { type: 'close', as: 'unproven' });
  expect((await events()).flatMap((event) => (event.kind === 'rotationStep' ? event.step : []))).toEqual([
    ...['replace', 'prove', 'record', 'prove', 'record'],
  ]);
  expect(await lastEvent()).toMatchObject({
    summary: { endedAs: 'unproven', proofs: { new: { verdict: 'cannotTell', why: 'offline' }, old: null } },
  });
});

it('an end before anything has changed: nothing was down', async () => {
  await begun();
  await led({ type: 'abandon' });
  expect(await lastEvent()).toMatchObject({
    kind: 'rotationClosed',
    to: null,
    summary: { endedAs: 'abandoned', downtime: null, counts: { done: 0, skipped: 0, open: 2 }, proofs: { new: null } },
  });
});

it('places that a second change has opened again', async () => {
  await replace();
  await led(tick(1));
  await operated(newToken());
  await followRotations();
  expect((await recorded()).slice(-2)).toEqual(['placeDone', 'placeReopened']);
});

describe('nothing is recorded', () => {
  it('of a place that is new in the list', async () => {
    await replace();
    const before = await recorded();
    await listPlaces([place(1), place(2), place(3)]);
    await followRotations();
    expect([await recorded(), (await rotationOf())?.items.length]).toEqual([before, 3]);
  });

  it('of a note, or a proof', async () => {
    await replace();
    const before = await recorded();
    await led({ type: 'note', reason: 'Why' }, await proved('old', 'refused', token));
    expect(await recorded()).toEqual(before);
  });

  it('where nothing is other than before', async () => {
    await replace();
    const before = await recorded();
    const rotation = await rotationOf();
    if (rotation) await noteRotation(rotation, rotation, { type: 'goOn' });
    expect(await recorded()).toEqual(before);
  });
});

it('can be recorded also with the longest of all', async () => {
  const longest = 'word '.repeat(100).trim().slice(0, 500);
  await listPlaces([place(1, { name: 'x y'.repeat(26) })]);
  await replace();
  await led({ type: 'note', reason: longest }, { type: 'skip', place: idOf(1), reason: longest.slice(0, 199) });
  await led({ type: 'goOn' }, { type: 'goOn' }, { type: 'close', as: 'unproven' });
  expect(await lastEvent()).toMatchObject({ kind: 'rotationClosed', summary: { reason: longest } });
  expect((await rotationsItem.get())[0]?.closedAt ?? latestTime).toBeLessThan(latestTime);
});
