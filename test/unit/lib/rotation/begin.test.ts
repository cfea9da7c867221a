// @vitest-environment node
/** A rotation begins where its path says, once per account. */
import { describe, expect, it } from 'vitest';
import { begin, keep, type Start } from '../../../../lib/rotation/begin.ts';
import { openRotation, rotationSchema } from '../../../../lib/rotation/rotation.ts';
import { a, abandon, account, b, begun, id, lead, noon, place, places, regenerated } from './rotations.ts';

it.each([
  ['planned', 'prepare', null],
  ['delete', 'prepare', null],
  ['emergency', 'regenerate', null],
  ['byHand', 'replace', noon],
] as const)('%s begins at %s', (path, stage, downSince) => {
  const rotation = begun(path);
  expect(rotation).toMatchObject({ path, stage, downSince, from: a, account, startedAt: noon, endedAs: null });
  expect(rotation.to).toEqual(path === 'byHand' ? b : null);
  expect(rotation.items.map(({ place, state }) => [place, state])).toEqual(places.map(({ id }) => [id, 'open']));
  expect(rotationSchema.parse(rotation)).toEqual(rotation);
});

it('takes each place in use once', () => {
  const listed = [place('1'), place('2', { archived: true }), place('1'), place('3')];
  expect(begun('planned', { places: listed }).items.map((item) => item.place)).toEqual([id('1'), id('3')]);
});

const byHand = (change: object) => ({ account, places, path: 'byHand', change }) as Start;
const change = { from: a, to: b, lastSeenAt: noon - 9, noticedAt: noon };

it.each([
  [{}, noon - 9],
  [{ lastSeenAt: noon + 1 }, noon],
])('keeps between which looks a change by hand was made: %j', (differs, lastSeenAt) => {
  expect(begin([], byHand({ ...change, ...differs }), noon)).toMatchObject({ downSince: noon, lastSeenAt });
});

it('begins for a token that was deleted by hand', () => {
  expect(begin([], byHand({ ...change, to: null }), noon)).toMatchObject({ stage: 'replace', from: a, to: null });
});

it.each([
  [{ from: null }, 'nothingReplaced'],
  [{ to: a }, 'nothingReplaced'],
  [{ noticedAt: -1 }, 'invalid'],
  [{ lastSeenAt: 0.5 }, 'invalid'],
])('is refused for a change with %j: %s', (differs, code) => {
  expect(begin([], byHand({ ...change, ...differs }), noon)).toEqual({ refused: code });
});

describe('among others', () => {
  const open = begun('planned');
  const closed = lead(begun('planned'), [abandon]);
  const start: Start = { account, places, path: 'planned', from: a };

  it('is refused beside an open one of its account alone', () => {
    expect(begin([closed, open], start, noon)).toEqual({ refused: 'alreadyOpen' });
    expect(begin([closed], start, noon)).toMatchObject({ stage: 'prepare' });
    expect(begin([open], { ...start, account: 'constructor' }, noon)).toMatchObject({ account: 'constructor' });
  });

  it('is found while it is open', () => {
    expect(openRotation([closed, open], account)).toBe(open);
    expect(openRotation([closed], account)).toBeNull();
    expect(openRotation([open], `${account}0`)).toBeNull();
  });

  it('is kept in its place, or at the end', () => {
    const later = lead(open, regenerated);
    expect(keep([open, closed], later)).toEqual([later, closed]);
    expect(keep([closed], open)).toEqual([closed, open]);
  });

  it('is kept when open, and of the closed ones the newest twenty are', () => {
    const many = Array.from({ length: 20 }, () => lead(begun('planned'), [abandon]));
    const [oldest, ...others] = many;
    expect(keep([open, ...many], closed)).toEqual([open, ...others, closed]);
    expect(others).not.toContain(oldest);
  });
});
