// @vitest-environment node
/** What follows from stored state by itself: brought in step once for all who ask, and whatever fails of it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followChanges, reconcile } from '../../../../lib/coordinator/reconcile.ts';
import { defaultReminder } from '../../../../lib/reminder.ts';
import * as items from '../../../../lib/state/items.ts';
import { accountOf, listPlaces, oldToken, operated, recorded, remember, rotationOf, seen } from '../support/around.ts';
import { key, knowAccount, next, startBackground, token } from '../support/background.ts';
import { newWidgetId } from '../support/pages.ts';
import { markOfToken } from '../support/stored.ts';
import { fakeTexts } from '../support/texts.ts';

const day = 86_400_000;
beforeEach(async () => {
  const { end } = startBackground();
  fakeTexts();
  await knowAccount();
  await remember();
  return end;
});

const badge = () => fakeBrowser.action.getBadgeText({});
const rest = () => vi.advanceTimersByTimeAsync(1_000);
const listening = () =>
  fakeBrowser.storage.onChanged.addListener((changes, area) => followChanges(changes as never, area));

it('brings record, rotations, replaced tokens, badge and reminder in step', async () => {
  await listPlaces();
  await operated(next);
  await reconcile();
  expect(await recorded()).toEqual(['rotationStarted', 'regenerated', 'rotationStep']);
  expect(await rotationOf()).toMatchObject({ stage: 'replace', to: await markOfToken(next) });
  expect([await oldToken(), await badge()]).toEqual([token, '2']);
  expect(await fakeBrowser.alarms.getAll()).toHaveLength(1);
});

it('changes nothing the second time, nor in a worker that starts anew', async () => {
  await listPlaces();
  await operated(next);
  await reconcile();
  const before = [await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()];
  await reconcile();
  vi.resetModules();
  const { reconcile: reconcileAnew } = await import('../../../../lib/coordinator/reconcile.ts');
  await reconcileAnew();
  expect([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]).toEqual(before);
});

describe('a step that fails holds none of the others up', () => {
  it.each<[string, () => unknown]>([
    ['the record', () => vi.spyOn(items.historyItem, 'get').mockRejectedValue(new Error('no'))],
    ['the rotations', () => vi.spyOn(items.rotationsItem, 'get').mockRejectedValueOnce(new Error('no'))],
    ['the badge', () => vi.spyOn(fakeBrowser.action, 'setTitle').mockRejectedValue(new Error('no') as never)],
  ])('%s', async (_, fails) => {
    fails();
    await reconcile();
    expect(await fakeBrowser.alarms.getAll()).toHaveLength(1);
  });

  it('and what failed is made good by the next run', async () => {
    await listPlaces();
    await seen(next);
    vi.spyOn(items.rotationsItem, 'set').mockRejectedValueOnce(new Error('no'));
    await reconcile();
    expect(await rotationOf()).toBeUndefined();
    await reconcile();
    expect(await rotationOf()).toMatchObject({ path: 'byHand' });
  });
});

describe('whoever asks while it runs', () => {
  it('shares the run after it, which sees what they have stored', async () => {
    const drawn = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    const first = reconcile();
    await listPlaces();
    await seen(next);
    await Promise.all([reconcile(), reconcile(), reconcile()]);
    await first;
    expect([drawn.mock.calls.length, await badge()]).toEqual([2, '2']);
  });

  it('at any moment whatever is heard, also at the last', async () => {
    // As many turns of waiting as a run has, and some: one of them is the very end of it.
    for (let turns = 0; turns < 120; turns += 1) {
      const running = reconcile();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const drawn = vi.spyOn(fakeBrowser.action, 'setBadgeText');
      await reconcile();
      await running;
      expect([turns, drawn.mock.calls.length > 0]).toEqual([turns, true]);
      drawn.mockRestore();
    }
  });
});

describe('a change in storage', () => {
  beforeEach(listening);
  const drawn = () => vi.spyOn(fakeBrowser.action, 'setBadgeText');

  it.each<[string, () => Promise<unknown>]>([
    ['the ledger', () => items.ledgerItem.set([])],
    ['the accounts', () => knowAccount()],
    ['places', () => listPlaces()],
    ['rotations', () => items.rotationsItem.set([])],
    ['a reminder', () => items.remindersItem.set({ [key]: defaultReminder })],
    ['the sync’s switch', () => items.syncItem.set(false)],
  ])('of %s is followed', async (_, change) => {
    const spy = drawn();
    await change();
    await rest();
    expect(spy).toHaveBeenCalled();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the record', () => items.historyItem.set([])],
    ['what was copied', () => items.pendingClearItem.set(null)],
    ['in memory', () => items.popupPageItem.set('places')],
    ['under the same name in another area', () => fakeBrowser.storage.session.set({ ledger: [] })],
    ['in the sync', () => fakeBrowser.storage.sync.set({ ledger: [] })],
  ])('of %s is not', async (_, change) => {
    const spy = drawn();
    await change();
    await rest();
    expect(spy).not.toHaveBeenCalled();
  });

  it('comes to rest, whatever follows from it', async () => {
    const spy = drawn();
    await listPlaces();
    await operated(next);
    await rest();
    const runs = spy.mock.calls.length;
    await rest();
    expect([spy.mock.calls.length, runs < 12]).toEqual([runs, true]);
    expect(await rotationOf()).toMatchObject({ stage: 'replace' });
  });

  it('of what the badge shows is drawn', async () => {
    const { current, byKey } = await items.accountsItem.get();
    const account = await accountOf();
    const since = { at: Date.now() - 91 * day, how: 'seen' } as const;
    if (account) await items.accountsItem.set({ current, byKey: { ...byKey, [key]: { ...account, since } } });
    await rest();
    expect(await badge()).toBe('!');
  });
});

describe('a token that has just gone', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['by us', () => operated(next)],
    ['by hand', () => seen(next)],
  ])('%s is asked about, once', async (_, goes) => {
    const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 401 }));
    await items.widgetIdsItem.set({ [key]: newWidgetId() });
    await listPlaces();
    await goes();
    await reconcile();
    await rest();
    await reconcile();
    await rest();
    expect(asked.mock.calls.map(([, init]) => new Headers(init?.headers).get('x-api-key'))).toEqual([token]);
    expect((await rotationOf())?.proofs).toMatchObject([{ which: 'old', verdict: { kind: 'refused' } }]);
  });
});
