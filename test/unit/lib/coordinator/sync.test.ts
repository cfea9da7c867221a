// @vitest-environment node
/** Places in the browser's sync: both sides get what the other has, and nothing more is written than that. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followChanges } from '../../../../lib/coordinator/reconcile.ts';
import { forgetSynced, syncPlaces } from '../../../../lib/coordinator/sync.ts';
import type { Place } from '../../../../lib/places/place.ts';
import { cutIntoItems, readItems } from '../../../../lib/places/sync.ts';
import { syncQuota } from '../../../../lib/places/sync-quota.ts';
import { sha256Hex } from '../../../../lib/sha256.ts';
import { changePlaces } from '../../../../lib/state/change.ts';
import { accountsItem, placesItem, syncItem, syncReportItem } from '../../../../lib/state/items.ts';
import { idOf, place } from '../places/support.ts';
import { knowOther, later, listPlaces, otherKey, remember, whileHeld } from '../support/around.ts';
import { key, knowAccount, origin, startBackground } from '../support/background.ts';
import { newToken } from '../support/pages.ts';
import { noon } from '../support/stored.ts';

const { sync } = fakeBrowser.storage;
beforeEach(async () => {
  const { end } = startBackground();
  await knowAccount();
  await syncItem.set(true);
  return end;
});

const hashOf = async (of = key) => (await sha256Hex(of)).slice(0, 16);
const names = async (of = key) => (await placesItem.get())[of]?.places.map(({ name }) => name);
/** What another device sees in the sync for an account. */
const synced = async (of = key) => readItems(await sync.get(), await hashOf(of)).list.places.map(({ name }) => name);
/** Another device has put `places` there, in this order. */
async function comesOver(places: Place[], of = key): Promise<void> {
  const order = { ids: places.map(({ id }) => id), updatedAt: noon + 1 };
  const { items } = cutIntoItems({ places, order }, await hashOf(of), await sync.get());
  await sync.set(items);
}
const report = () => syncReportItem.get();
const writes = () => [vi.spyOn(sync, 'set'), vi.spyOn(sync, 'remove'), vi.spyOn(placesItem, 'set')] as const;

describe('what one side has the other gets', () => {
  it('from here', async () => {
    await listPlaces([place(1), place(2)]);
    await syncPlaces();
    expect([await synced(), await names()]).toEqual([
      ['Place 1', 'Place 2'],
      ['Place 1', 'Place 2'],
    ]);
    expect(await report()).toEqual({ at: noon, left: 0, failed: false });
  });

  it('from there', async () => {
    await comesOver([place(3), place(4)]);
    await syncPlaces();
    expect([await synced(), await names()]).toEqual([
      ['Place 3', 'Place 4'],
      ['Place 3', 'Place 4'],
    ]);
  });

  it('both ways, of each place what was changed last, in the order given last', async () => {
    const { updatedAt } = place(1);
    await listPlaces([place(1, { name: 'Here', updatedAt: updatedAt + 2 }), place(2), place(5)]);
    await comesOver([place(3), place(2, { name: 'There', updatedAt: updatedAt + 2 }), place(1)]);
    await syncPlaces();
    const all = ['Place 3', 'There', 'Here', 'Place 5'];
    expect([await names(), await synced()]).toEqual([all, all]);
  });

  it('of each account its own, under a name that says nothing of it', async () => {
    await knowOther(newToken());
    await listPlaces([place(1)]);
    await comesOver([place(2)], otherKey);
    await syncPlaces();
    expect([await names(), await names(otherKey)]).toEqual([['Place 1'], ['Place 2']]);
    expect([await synced(), await synced(otherKey)]).toEqual([['Place 1'], ['Place 2']]);
    expect(JSON.stringify(await sync.get())).not.toContain(key);
  });

  it('and what is of an account that is not known here stays as it is', async () => {
    await comesOver([place(2)], 'another');
    await sync.set({ 'place:foreign': 1, 'place-order:ffff:0': 'x' });
    const before = await sync.get();
    await listPlaces([place(1)]);
    await syncPlaces();
    expect(await sync.get()).toMatchObject(before);
    expect(Object.keys(await placesItem.get())).toEqual([key]);
  });
});

describe('nothing is written', () => {
  it('where both have the same', async () => {
    await listPlaces([place(1), place(2)]);
    await syncPlaces();
    const spies = writes();
    await syncPlaces();
    await syncPlaces();
    expect(spies.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
  });

  it('where both have the same, with the fields in another order', async () => {
    await listPlaces([place(1)]);
    await syncPlaces();
    const turned = Object.entries(await sync.get()).map(([id, value]) => [
      id,
      Object.fromEntries(Object.entries(value as object).reverse()),
    ]);
    await sync.set(Object.fromEntries(turned) as object);
    const spies = writes();
    await syncPlaces();
    expect(spies.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
  });

  it('but what is new', async () => {
    await listPlaces([place(1), place(2)]);
    await syncPlaces();
    const [set] = writes();
    await listPlaces([place(1), place(2, { name: 'New', updatedAt: place(2).updatedAt + 1 })]);
    await syncPlaces();
    const hash = await hashOf();
    expect(set.mock.calls.map(([items]) => Object.keys(items))).toEqual([[`place:${hash}:${idOf(2)}`]]);
  });

  it('nor read where it is switched off', async () => {
    await syncItem.set(false);
    await listPlaces([place(1)]);
    const get = vi.spyOn(sync, 'get');
    const spies = writes();
    await syncPlaces();
    expect([get, ...spies].map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0, 0]);
    expect(await report()).toBeNull();
  });

  it('nor read where it is switched off while that waits', async () => {
    await listPlaces([place(1)]);
    await whileHeld(syncItem.key, syncPlaces, () => syncItem.set(false));
    expect(await sync.get()).toEqual({});
  });

  it('while an account is being renamed', async () => {
    await listPlaces([place(1)]);
    await whileHeld('accounts', syncPlaces, async () => expect(await sync.get()).toEqual({}));
    expect(await synced()).toEqual(['Place 1']);
  });

  it('for an account without places', async () => {
    const spies = writes();
    await syncPlaces();
    expect(spies.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
  });
});

describe('what finds no room', () => {
  const long = 'word '.repeat(100).trim();
  const many = Array.from({ length: 250 }, (_, n) => place(n, { note: long, updatedAt: place(n).updatedAt + n }));

  it('is counted, and stays here', async () => {
    await listPlaces(many);
    await syncPlaces();
    const { left = 0 } = (await report()) ?? {};
    expect(left).toBeGreaterThan(50);
    expect([(await synced()).length + left, (await names())?.length]).toEqual([250, 250]);
    const bytes = new TextEncoder().encode(JSON.stringify(await sync.get())).length;
    expect(bytes).toBeLessThanOrEqual(syncQuota.bytes * 1.01);
  });

  it('makes room before it is written', async () => {
    await listPlaces(many);
    await syncPlaces();
    const done: string[] = [];
    const [set, remove] = [sync.set.bind(sync), sync.remove.bind(sync)];
    vi.spyOn(sync, 'set').mockImplementation((async (items: object) => {
      done.push('set');
      await set(items as never);
    }) as never);
    vi.spyOn(sync, 'remove').mockImplementation((async (keys: string[]) => {
      done.push('remove');
      await remove(keys as never);
    }) as never);
    await changePlaces(key, (places) => ({ ok: true, places: places.map(touched) }), Date.now());
    await syncPlaces();
    expect(done).toEqual(['remove', 'set']);
  });
  const touched = (each: Place, n: number) =>
    n < 5 ? { ...each, name: 'Newest', updatedAt: each.updatedAt + 10_000 } : each;

  it('in all accounts together is counted together', async () => {
    await knowOther(newToken());
    await listPlaces(many);
    await listPlaces(many, otherKey);
    await syncPlaces();
    const { left = 0 } = (await report()) ?? {};
    expect((await synced()).length + (await synced(otherKey)).length + left).toBe(500);
  });
});

describe('where the browser refuses', () => {
  it.each(['get', 'set'] as const)('to %s, that is said, and nothing here is lost', async (what) => {
    await listPlaces([place(1)]);
    vi.spyOn(sync, what).mockRejectedValue(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE') as never);
    await syncPlaces();
    expect([await report(), await names()]).toEqual([{ at: noon, left: 0, failed: true }, ['Place 1']]);
    vi.restoreAllMocks();
    later(60_000);
    await syncPlaces();
    expect([await report(), await synced()]).toEqual([{ at: noon + 60_000, left: 0, failed: false }, ['Place 1']]);
  });

  it('for one account, the others go on', async () => {
    await knowOther(newToken());
    await listPlaces([place(1)]);
    await listPlaces([place(2)], otherKey);
    vi.spyOn(sync, 'set').mockRejectedValueOnce(new Error('no') as never);
    await syncPlaces();
    expect([(await report())?.failed, await synced(), await synced(otherKey)]).toEqual([true, [], ['Place 2']]);
  });
});

describe('a change on either side sets it off, and comes to rest', () => {
  beforeEach(() => {
    fakeBrowser.storage.onChanged.addListener((changes, area) => followChanges(changes as never, area));
  });
  const rest = () => vi.advanceTimersByTimeAsync(1_000);

  it('here', async () => {
    const [set] = writes();
    await listPlaces([place(1)]);
    await rest();
    expect([await synced(), set.mock.calls.length]).toEqual([['Place 1'], 1]);
  });

  it('there', async () => {
    await comesOver([place(2)]);
    const [set, , stored] = writes();
    await rest();
    expect([await names(), set.mock.calls.length, stored.mock.calls.length]).toEqual([['Place 2'], 0, 1]);
  });

  it('by switching it on', async () => {
    await syncItem.set(false);
    await listPlaces([place(1)]);
    await rest();
    expect(await synced()).toEqual([]);
    await syncItem.set(true);
    await rest();
    expect(await synced()).toEqual(['Place 1']);
  });

  it('by an account that is new', async () => {
    await comesOver([place(2)], otherKey);
    await rest();
    expect(await names(otherKey)).toBeUndefined();
    await knowOther(newToken());
    await rest();
    expect(await names(otherKey)).toEqual(['Place 2']);
  });

  it('not by one that is seen again', async () => {
    await listPlaces([place(1)]);
    await rest();
    const get = vi.spyOn(sync, 'get');
    await remember();
    await rest();
    expect(get).not.toHaveBeenCalled();
  });

  it('by an account that gets another key, and nothing comes back under the former', async () => {
    const former = `${origin}#olivia@acme.example`;
    const { byKey } = await accountsItem.get();
    const account = byKey[key];
    if (!account) throw new Error('No account.');
    await accountsItem.set({ current: former, byKey: { [former]: { ...account, key: former, orgId: null } } });
    await listPlaces([place(1)], former);
    await rest();
    expect(await synced(former)).toEqual(['Place 1']);
    await remember();
    await rest();
    expect([Object.keys(await placesItem.get()), await synced()]).toEqual([[key], ['Place 1']]);
  });

  it('and says what came of it without setting it off again', async () => {
    await listPlaces([place(1)]);
    await rest();
    const get = vi.spyOn(sync, 'get');
    await syncReportItem.set({ at: noon, left: 1, failed: false });
    await rest();
    expect(get).not.toHaveBeenCalled();
  });
});

it('one sync at a time', async () => {
  await listPlaces([place(1)]);
  const [set] = writes();
  await Promise.all([syncPlaces(), syncPlaces(), syncPlaces()]);
  expect(set).toHaveBeenCalledOnce();
});

it('forgets all that was synced', async () => {
  await listPlaces([place(1)]);
  await syncPlaces();
  await forgetSynced();
  expect(await sync.get()).toEqual({});
});

it('does nothing for nobody', async () => {
  await accountsItem.set({ current: null, byKey: {} });
  await syncPlaces();
  expect(await report()).toEqual({ at: noon, left: 0, failed: false });
});

it('takes from the sync no more than there is room for, however often others come over', async () => {
  const some = (from: number) => Array.from({ length: 400 }, (_, n) => place(from + n, { link: null, system: '' }));
  await listPlaces([place(1)]);
  for (const from of [1_000, 2_000, 3_000, 4_000]) {
    await sync.clear();
    for (const each of some(from)) await sync.set({ [`place:${await hashOf()}:${each.id}`]: each });
    await syncPlaces();
  }
  expect(await names()).toHaveLength(1_000);
  // The last ones to come are not taken, and not taken away from the others either.
  expect(await sync.get(`place:${await hashOf()}:${idOf(4_000)}`)).not.toEqual({});
  expect(await names()).toContain('Place 1');
});
