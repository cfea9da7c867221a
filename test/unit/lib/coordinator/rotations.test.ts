// @vitest-environment node
/** The beginning of rotations, what a person does to them, and how an operation is tied to one. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { armStored, storedOpenIntent } from '../../../../lib/coordinator/ledger.ts';
import { beginRotation, followRotations, rotate } from '../../../../lib/coordinator/rotations.ts';
import { newId } from '../../../../lib/new-id.ts';
import { accountsItem, ledgerItem, popupPageItem, rotationsItem, secretsItem } from '../../../../lib/state/items.ts';
import { idOf, place } from '../places/support.ts';
import {
  armed,
  begun,
  led,
  listPlaces,
  operated,
  otherKey,
  recorded,
  rotationCount,
  rotationOf,
  seen,
  tick,
  whileHeld,
  wishFor,
} from '../support/around.ts';
import { key, knowAccount, next, startBackground, token } from '../support/background.ts';
import { markOfToken, noon } from '../support/stored.ts';

beforeEach(async () => {
  const { end } = startBackground();
  await knowAccount();
  return end;
});

describe('begun', () => {
  it.each([
    ['planned', 'prepare'],
    ['emergency', 'regenerate'],
    ['delete', 'prepare'],
  ] as const)('%s, at its stage, with the places in use', async (path, stage) => {
    await listPlaces([place(1), place(2, { archived: true }), place(3)]);
    const rotation = await begun(path);
    const from = await markOfToken(token);
    expect(rotation).toMatchObject({ account: key, path, stage, from, to: null, startedAt: noon, wish: null });
    expect(rotation.items.map(({ place: id }) => id)).toEqual([idOf(1), idOf(3)]);
    expect(await recorded()).toEqual(['rotationStarted']);
  });

  it('by hand, for the change that somebody else has made', async () => {
    await listPlaces([]);
    await seen(next);
    const rotation = await begun('byHand');
    const [from, to] = [await markOfToken(token), await markOfToken(next)];
    expect(rotation).toMatchObject({
      ...{ path: 'byHand', stage: 'replace', from, to, downSince: noon, lastSeenAt: noon - 1_000 },
    });
  });

  it.each(['planned', 'emergency', 'delete', 'byHand'] as const)('not %s where one is open', async (path) => {
    await listPlaces();
    await seen(next);
    const open = await begun('planned');
    await beginRotation(key, path);
    expect(await rotationsItem.get()).toEqual([open]);
  });

  it.each<[string, () => Promise<unknown>, Parameters<typeof beginRotation>[1]]>([
    ['without a token', () => knowAccount(null), 'planned'],
    ['without a token to delete', () => knowAccount(null), 'delete'],
    ['by hand without a change', async () => undefined, 'byHand'],
    ['for an account that nobody knows', () => accountsItem.set({ current: null, byKey: {} }), 'planned'],
  ])('not %s', async (_, happens, path) => {
    await listPlaces();
    await happens();
    await beginRotation(key, path);
    expect([await rotationsItem.get(), await recorded()]).toEqual([[], []]);
  });

  it('also where the former one is closed, beside it', async () => {
    const former = await begun();
    await led({ type: 'abandon' });
    const rotation = await begun();
    expect((await rotationsItem.get()).map(({ id }) => id)).toEqual([former.id, rotation.id]);
    expect(await recorded()).toEqual(['rotationStarted', 'rotationClosed', 'rotationStarted']);
  });

  it('once, however many ask at once', async () => {
    await Promise.all([beginRotation(key, 'planned'), beginRotation(key, 'emergency'), beginRotation(key, 'planned')]);
    expect(await rotationCount()).toBe(1);
  });
});

describe('what a person does to a rotation', () => {
  it('is stored, recorded and given back', async () => {
    await listPlaces();
    const { id } = await begun('emergency');
    await operated(next);
    await followRotations();
    const after = await rotate(id, tick(1));
    expect(after?.items.map(({ state }) => state)).toEqual(['done', 'open']);
    expect(await rotationOf()).toEqual(after);
    expect(await recorded()).toContain('placeDone');
  });

  it.each<[string, string | null, Parameters<typeof rotate>[1]]>([
    ['of an unknown rotation', newId(), { type: 'abandon' }],
    ['that does not fit', null, { type: 'goOn' }],
  ])('changes nothing %s', async (_, id, event) => {
    const rotation = await begun();
    const count = (await recorded()).length;
    expect(await rotate(id ?? rotation.id, event)).toBeNull();
    expect([await rotationOf(), (await recorded()).length]).toEqual([rotation, count]);
  });

  it('goes on by one step, however often it was asked for in that stage', async () => {
    await listPlaces([]);
    const { id } = await begun('emergency');
    await operated(next);
    await followRotations();
    const goOn = () => rotate(id, { type: 'goOn' }, 'replace');
    expect((await goOn())?.stage).toBe('prove');
    expect(await goOn()).toBeNull();
    expect((await rotationOf())?.stage).toBe('prove');
    expect((await rotate(id, { type: 'goBack' }, 'prove'))?.stage).toBe('replace');
    expect(await rotate(id, { type: 'goBack' }, 'prove')).toBeNull();
  });

  it('twice at once is done once', async () => {
    await listPlaces();
    const { id } = await begun('emergency');
    await operated(next);
    await followRotations();
    const done = await Promise.all([rotate(id, tick(1)), rotate(id, tick(1))]);
    expect(done.filter((each) => each !== null)).toHaveLength(1);
  });
});

describe('a confirmed operation', () => {
  it.each([
    ['regenerate', 'emergency', 'regenerate'],
    ['delete', 'delete', 'regenerate'],
  ] as const)('to %s begins a rotation where places are listed: %s', async (kind, path, stage) => {
    await listPlaces();
    const { wish } = await armed({ kind });
    expect(await rotationOf()).toMatchObject({ path, stage, wish, from: await markOfToken(token) });
  });

  it.each<[string, () => Promise<unknown>, Partial<Parameters<typeof armStored>[0]>]>([
    ['where no place is listed', async () => undefined, {}],
    ['where all places are archived', () => listPlaces([place(1, { archived: true })]), {}],
    ['of another account with places', () => listPlaces([place(1)], otherKey), {}],
    ['to generate', () => listPlaces(), { kind: 'generate' }],
    ['of an account that nobody knows', () => listPlaces([place(1)], 'nobody'), { account: 'nobody' }],
  ])('begins none %s', async (_, happens, changes) => {
    await happens();
    await armed(changes);
    expect(await rotationsItem.get()).toEqual([]);
  });

  it('belongs to the rotation that is open', async () => {
    await listPlaces();
    const rotation = await begun();
    const { wish } = await armed();
    expect(await rotationsItem.get()).toEqual([{ ...rotation, wish, stage: 'regenerate' }]);
  });

  it('is tied to it before it is armed', async () => {
    await listPlaces();
    await begun();
    const written: string[] = [];
    const [rotationSet, ledgerSet] = [rotationsItem.set, ledgerItem.set];
    vi.spyOn(rotationsItem, 'set').mockImplementation(async (value) => {
      written.push(`rotation, armed: ${(await storedOpenIntent()) !== null}`);
      await rotationSet(value);
    });
    vi.spyOn(ledgerItem, 'set').mockImplementation(async (value) => {
      written.push('ledger');
      await ledgerSet(value);
    });
    await armed();
    expect(written).toEqual(['rotation, armed: false', 'ledger']);
  });

  it('that is not armed, as another is open, ties nothing', async () => {
    await listPlaces();
    const { wish } = await armed();
    expect(await armStored(await wishFor())).toBeNull();
    expect(await rotationOf()).toMatchObject({ wish });
  });

  it.each(['get', 'set'] as const)('is not held up by rotations that fail: %s', async (what) => {
    await listPlaces();
    vi.spyOn(rotationsItem, what).mockRejectedValue(new Error('quota'));
    expect(await armed()).toMatchObject({ stage: 'armed' });
    vi.restoreAllMocks();
    expect(await storedOpenIntent()).toMatchObject({ stage: 'armed' });
  });

  it('finds its rotation later where that could not be tied', async () => {
    await listPlaces();
    await begun();
    vi.spyOn(rotationsItem, 'set').mockRejectedValueOnce(new Error('quota'));
    await operated(next);
    await followRotations();
    expect(await rotationOf()).toMatchObject({
      stage: 'replace',
      to: await markOfToken(next),
      downSince: noon + 2_000,
    });
  });

  it('does not let a rotation be closed while it is open', async () => {
    await listPlaces();
    await armed();
    expect(await rotate((await rotationOf())?.id ?? '', { type: 'abandon' })).toBeNull();
  });
});

describe('waits for who holds the lock', () => {
  it.each<[string, string, () => Promise<unknown>]>([
    ['to begin, while accounts are written', 'accounts', () => beginRotation(key, 'planned')],
    ['to begin, while the ledger is written', 'ledger', () => beginRotation(key, 'planned')],
    ['to follow, while accounts are written', 'accounts', () => followRotations()],
    ['to follow, while the ledger is written', 'ledger', () => followRotations()],
  ])('%s', async (_, lock, work) => {
    await listPlaces();
    await seen(next);
    await whileHeld(lock, work, async () => expect(await rotationCount()).toBe(0));
    expect(await rotationCount()).toBe(1);
  });

  it('to be moved, while the ledger is written', async () => {
    const { id } = await begun();
    const abandon = () => rotate(id, { type: 'abandon' });
    await whileHeld('ledger', abandon, async () => expect(await rotationOf()).toMatchObject({ stage: 'prepare' }));
    expect(await rotationOf()).toMatchObject({ stage: 'closed' });
  });
});

it.each([
  ['rotation', 'token'],
  ['places', 'places'],
] as const)('closed, it leaves a popup that was on the page of the %s to that of the %s', async (before, after) => {
  await begun();
  await popupPageItem.set(before);
  await led({ type: 'note', reason: 'Yearly' });
  expect(await popupPageItem.get()).toBe(before);
  await led({ type: 'abandon' });
  expect(await popupPageItem.get()).toBe(after);
});

it('takes no reason with a token that is in memory, whatever its shape', async () => {
  const { id } = await begun();
  const secret = ['not', 'of', 'the', 'usual', 'shape'].join('.');
  await secretsItem.set({ [key]: { token: secret } });
  expect(await rotate(id, { type: 'note', reason: `Leaked: ${secret}` })).toBeNull();
  expect(await rotationOf()).toMatchObject({ reason: '' });
  expect(await rotate(id, { type: 'note', reason: 'Leaked' })).toMatchObject({ reason: 'Leaked' });
});
