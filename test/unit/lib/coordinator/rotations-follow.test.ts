// @vitest-environment node
/** Rotations in step with what becomes of the token: by our operations, by others, and with the list of places. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { storedOpenIntent } from '../../../../lib/coordinator/ledger.ts';
import { followRotations } from '../../../../lib/coordinator/rotations.ts';
import { accountsItem, ledgerItem, placesItem, rotationsItem } from '../../../../lib/state/items.ts';
import { idOf, place } from '../places/support.ts';
import {
  accountOf,
  armed,
  begun,
  ended,
  fired,
  knowOther,
  later,
  led,
  listPlaces,
  operated,
  otherKey,
  otherOrgId,
  recorded,
  rotationCount,
  rotationOf,
  seen,
  tick,
} from '../support/around.ts';
import { key, knowAccount, next, startBackground, token } from '../support/background.ts';
import { newToken } from '../support/pages.ts';
import { markOfToken, noon, settledIntent } from '../support/stored.ts';

const third = newToken();
beforeEach(async () => {
  const { end } = startBackground();
  await knowAccount();
  return end;
});

const stageOf = async (of = key) => (await rotationOf(of))?.stage;
const items = async () => (await rotationOf())?.items.map((item) => [item.name, item.state, item.archived]);
/** As a worker does that has just been started: it knows nothing of its former life. */
const followAsNewWorker = async () => {
  vi.resetModules();
  const { followRotations: followAnew } = await import('../../../../lib/coordinator/rotations.ts');
  return followAnew();
};
const abandonOpen = () => led({ type: 'abandon' });
const dismissChange = async () => {
  const { current, byKey } = await accountsItem.get();
  const account = await accountOf();
  if (account) await accountsItem.set({ current, byKey: { ...byKey, [key]: { ...account, change: null } } });
};

describe('the end of an operation', () => {
  beforeEach(() => listPlaces());

  it('done: the places are next, and the old token has just gone', async () => {
    const { id } = await begun();
    const { settledAt } = (await operated(next)) && ((await ledgerItem.get()).at(-1) ?? {});
    const gone = await followRotations();
    const to = await markOfToken(next);
    expect(await rotationOf()).toMatchObject({
      stage: 'replace',
      to,
      downSince: settledAt,
      lastSeenAt: null,
      wish: null,
    });
    expect(gone.map((each) => each.id)).toEqual([id]);
    expect(await followRotations()).toEqual([]);
  });

  it('done, a delete: no token takes its place', async () => {
    await begun('delete');
    await operated(null);
    await followRotations();
    expect(await rotationOf()).toMatchObject({ stage: 'replace', to: null, downSince: noon + 2_000 });
  });

  it.each([
    ['planned', 'prepare'],
    ['delete', 'prepare'],
    ['emergency', 'regenerate'],
  ] as const)('not done: %s goes back to %s', async (path, stage) => {
    await begun(path);
    await ended(await fired());
    expect(await followRotations()).toEqual([]);
    expect(await rotationOf()).toMatchObject({ stage, wish: null, to: null, downSince: null });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['armed', () => armed()],
    ['fired', () => fired()],
    [
      'in doubt',
      async () => {
        await fired();
        await ledgerItem.set((await ledgerItem.get()).map((each) => ({ ...each, doubt: 'offline' as const })));
      },
    ],
  ])('is waited for while it is %s', async (_, happens) => {
    await begun();
    await happens();
    const before = await rotationOf();
    await followRotations();
    expect([await rotationOf(), before?.wish]).toEqual([before, (await storedOpenIntent())?.wish]);
  });

  it('changed elsewhere: the change is taken for what it is', async () => {
    await begun();
    const intent = await armed();
    later(1_000);
    await seen(next);
    await followRotations();
    expect(await rotationOf()).toMatchObject({ stage: 'regenerate', wish: intent.wish });
    await ended(intent);
    await followRotations();
    const to = await markOfToken(next);
    expect(await rotationOf()).toMatchObject({
      stage: 'replace',
      to,
      downSince: noon + 1_000,
      lastSeenAt: noon - 1_000,
    });
    expect(await rotationCount()).toBe(1);
  });

  it('of a worker that died before it was armed: the rotation goes back', async () => {
    await begun();
    vi.spyOn(ledgerItem, 'set').mockRejectedValue(new Error('the worker is gone'));
    await expect(armed()).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await rotationOf()).toMatchObject({ stage: 'regenerate' });
    await followAsNewWorker();
    expect(await rotationOf()).toMatchObject({ stage: 'prepare', wish: null });
  });

  it('is told once, also to a worker that starts anew', async () => {
    await begun();
    await operated(next);
    await followRotations();
    const [before, events] = [await rotationOf(), await recorded()];
    later(60_000);
    expect(await followAsNewWorker()).toEqual([]);
    expect([await rotationOf(), await recorded()]).toEqual([before, events]);
  });

  it('of two in a row, before anybody has looked: both are told', async () => {
    await begun();
    await operated(next);
    later(10_000);
    await operated(third);
    await followRotations();
    expect(await rotationOf()).toMatchObject({
      to: await markOfToken(third),
      overtaken: [{ mark: await markOfToken(next) }],
      wish: null,
    });
  });

  it('that the ledger has forgotten meanwhile is found by the token', async () => {
    await begun();
    await operated(next);
    await ledgerItem.set([settledIntent()]);
    await followRotations();
    expect(await rotationOf()).toMatchObject({ stage: 'replace', to: await markOfToken(next), wish: null });
  });

  it('opens again what was ticked, where it is the second one', async () => {
    await begun('emergency');
    await operated(next);
    await followRotations();
    await led(tick(1), { type: 'skip', place: idOf(2), reason: 'Retired' });
    await operated(third);
    await followRotations();
    expect(await items()).toEqual([
      ['Place 1', 'open', false],
      ['Place 2', 'skipped', false],
    ]);
    expect((await recorded()).filter((kind) => kind.startsWith('place'))).toEqual([
      'placeDone',
      'placeSkipped',
      'placeReopened',
    ]);
  });

  it('generated after a delete: the new token takes its place', async () => {
    await begun('delete');
    await operated(null);
    await followRotations();
    later(1_000);
    await operated(next, { kind: 'generate', expected: null });
    await followRotations();
    expect(await rotationOf()).toMatchObject({
      stage: 'replace',
      to: await markOfToken(next),
      overtaken: [{ mark: null }],
    });
    expect(await rotationCount()).toBe(1);
  });
});

describe('a change by hand', () => {
  it('begins a rotation where places are listed, and its old token has just gone', async () => {
    await listPlaces();
    await seen(next);
    const gone = await followRotations();
    expect(await rotationOf()).toMatchObject({ path: 'byHand', stage: 'replace', downSince: noon });
    expect(gone.map(({ id }) => id)).toEqual([(await rotationOf())?.id]);
  });

  it('of which nothing is left begins one, too', async () => {
    await listPlaces();
    await seen(null);
    await followRotations();
    expect(await rotationOf()).toMatchObject({ path: 'byHand', stage: 'replace', to: null });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['without places', () => seen(next)],
    ['with archived places alone', async () => [await listPlaces([place(1, { archived: true })]), await seen(next)]],
    ['that was dismissed', async () => [await listPlaces(), await seen(next), await dismissChange()]],
    ['where there was no token before', async () => [await knowAccount(null), await listPlaces(), await seen(next)]],
  ])('begins none %s', async (_, happens) => {
    await happens();
    expect(await followRotations()).toEqual([]);
    expect(await rotationsItem.get()).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['followed again', () => followRotations()],
    ['followed by many at once', () => Promise.all([followRotations(), followRotations()])],
    ['after a restart', followAsNewWorker],
    ['after it was abandoned', async () => [await abandonOpen(), await followRotations(), await followAsNewWorker()]],
    ['when it is read again', async () => [later(9_000), await seen(next), await followRotations()]],
  ])('begins one once: %s', async (_, happens) => {
    await listPlaces();
    await seen(next);
    await followRotations();
    await happens();
    expect(await rotationCount()).toBe(1);
    expect((await recorded()).filter((kind) => kind === 'rotationStarted')).toHaveLength(1);
  });

  it('goes into the rotation that is open, also once that is closed', async () => {
    await listPlaces();
    await begun();
    await seen(next);
    await followRotations();
    expect(await rotationOf()).toMatchObject({ path: 'planned', stage: 'replace', to: await markOfToken(next) });
    await abandonOpen();
    await followAsNewWorker();
    expect(await rotationCount()).toBe(1);
  });

  it('that comes after another one which was closed begins with what that one brought', async () => {
    await listPlaces();
    await seen(next);
    await followRotations();
    await abandonOpen();
    later(60_000);
    await seen(third);
    await followRotations();
    const [from, to] = [await markOfToken(next), await markOfToken(third)];
    expect(await rotationCount()).toBe(2);
    expect(await rotationOf()).toMatchObject({ path: 'byHand', from, to, downSince: noon + 60_000, lastSeenAt: noon });
  });

  it('that comes long after a rotation was closed lies between the two last looks', async () => {
    await listPlaces();
    await operated(next);
    await followRotations();
    await abandonOpen();
    later(60_000);
    await seen(next);
    const lastSeenAt = Date.now();
    later(60_000);
    await seen(third);
    await followRotations();
    expect(await rotationOf()).toMatchObject({ from: await markOfToken(next), lastSeenAt, downSince: Date.now() });
  });

  it('that comes after another one which nobody had a list for begins with the first token', async () => {
    await seen(next);
    later(60_000);
    await seen(third);
    await listPlaces();
    await followRotations();
    expect(await rotationOf()).toMatchObject({ from: await markOfToken(token), lastSeenAt: noon - 1_000 });
  });

  it('and back makes no rotation', async () => {
    await listPlaces();
    await seen(next);
    later(1_000);
    await seen(token);
    await followRotations();
    expect(await rotationsItem.get()).toEqual([]);
  });
});

describe('the list of places', () => {
  it('is followed until the token goes, and what was skipped stays so', async () => {
    await listPlaces();
    await begun();
    await led({ type: 'skip', place: idOf(1), reason: 'Retired' });
    await listPlaces([place(3), place(1, { name: 'Renamed' }), place(2, { archived: true })]);
    await followRotations();
    expect(await items()).toEqual([
      ['Place 3', 'open', false],
      ['Renamed', 'skipped', false],
    ]);
  });

  it('only grows from then on: what is archived or gone is marked', async () => {
    await listPlaces([place(1), place(2), place(3)]);
    await begun('emergency');
    await operated(next);
    await followRotations();
    await led(tick(1), tick(2), tick(3), { type: 'goOn' });
    await listPlaces([place(1), place(2, { archived: true }), place(4)]);
    await followRotations();
    expect([await stageOf(), await items()]).toEqual([
      'replace',
      [
        ['Place 1', 'done', false],
        ['Place 2', 'done', true],
        ['Place 3', 'done', true],
        ['Place 4', 'open', false],
      ],
    ]);
  });

  it('is written only where it has changed', async () => {
    await listPlaces();
    await begun();
    await followRotations();
    const set = vi.spyOn(rotationsItem, 'set');
    await followRotations();
    expect(set).not.toHaveBeenCalled();
  });

  it('of an account that is not known just now is not taken for empty', async () => {
    await listPlaces();
    await begun();
    await led({ type: 'skip', place: idOf(1), reason: 'Retired' });
    const before = await rotationOf();
    const accounts = await accountsItem.get();
    await accountsItem.set({ current: null, byKey: {} });
    await placesItem.set({});
    await followRotations();
    expect(await rotationOf()).toEqual(before);
    await accountsItem.set(accounts);
    await followRotations();
    expect(await items()).toEqual([]);
  });
});

describe('two accounts', () => {
  beforeEach(async () => {
    await knowOther(third);
    await listPlaces();
    await listPlaces([place(8)], otherKey);
  });

  it('have a rotation each, with places of their own', async () => {
    await begun();
    await begun('emergency', otherKey);
    expect([await rotationOf(), await rotationOf(otherKey)]).toMatchObject([
      { from: await markOfToken(token), items: [{ place: idOf(1) }, { place: idOf(2) }] },
      { from: await markOfToken(third), items: [{ place: idOf(8) }] },
    ]);
  });

  it('an operation of one moves the other’s by nothing', async () => {
    await begun();
    const other = await begun('planned', otherKey);
    await operated(next);
    await followRotations();
    expect(await rotationOf()).toMatchObject({ stage: 'replace' });
    expect(await rotationOf(otherKey)).toEqual(other);
    await operated(newToken(), { account: otherKey });
    const before = await rotationOf();
    await followRotations();
    expect([await rotationOf(), await stageOf(otherKey)]).toEqual([before, 'replace']);
  });

  it('a change by hand of one begins nothing for the other', async () => {
    await seen(newToken(), otherOrgId);
    await followRotations();
    expect([await rotationOf(), (await rotationOf(otherKey))?.path]).toEqual([undefined, 'byHand']);
  });

  it('changed by hand at the same moment begin one each', async () => {
    await seen(next);
    await seen(newToken(), otherOrgId);
    await followRotations();
    expect((await rotationsItem.get()).map(({ account, path }) => [account, path])).toEqual([
      [key, 'byHand'],
      [otherKey, 'byHand'],
    ]);
    await abandonOpen();
    await followRotations();
    expect(await rotationCount()).toBe(2);
  });

  it('changed by hand at the same moment, the second after the first was closed, begin one each', async () => {
    await seen(next);
    await followRotations();
    await abandonOpen();
    await seen(newToken(), otherOrgId);
    await followRotations();
    expect(await stageOf(otherKey)).toBe('replace');
  });

  it('record what is theirs', async () => {
    await begun('planned', otherKey);
    expect([await recorded(), await recorded(otherKey)]).toEqual([[], ['rotationStarted']]);
  });
});
