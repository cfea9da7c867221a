// @vitest-environment node
/** An account under another key: all that is its own goes along, and a run that ended in between is made good. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { note } from '../../../../lib/coordinator/history.ts';
import { reconcile } from '../../../../lib/coordinator/reconcile.ts';
import { renameAccount } from '../../../../lib/coordinator/rename.ts';
import { followRotations } from '../../../../lib/coordinator/rotations.ts';
import { defaultReminder } from '../../../../lib/reminder.ts';
import * as items from '../../../../lib/state/items.ts';
import type { Account } from '../../../../lib/state/schemas.ts';
import { idOf, place } from '../places/support.ts';
import { accountOf, begun, led, listPlaces, otherKey, rotationOf, seen } from '../support/around.ts';
import { key, knowAccount, next, orgId, startBackground, token } from '../support/background.ts';
import { markOfToken, noon, settledIntent } from '../support/stored.ts';

const former = key.replace(orgId, 'olivia@acme.example');
const fingerprint = 'a1b2c3d4';
const check = {
  ...{ askedAt: null, last: noon },
  result: { at: noon, which: 'current', fingerprint, verdict: { kind: 'accepted' } },
} as const;
/** An item whose value is a map by account, and something to hold for one. */
const maps: [
  string,
  (typeof items)['placesItem' | 'remindersItem' | 'notifiedItem' | 'widgetIdsItem' | 'checksItem' | 'oldSecretsItem'],
  object | string,
][] = [
  ['places', items.placesItem, { places: [place(1)], order: { ids: [idOf(1)], updatedAt: noon } }],
  ['reminder', items.remindersItem, { ...defaultReminder, days: 30 }],
  ['notified', items.notifiedItem, { fingerprint, state: 'overdue' }],
  ['widget id', items.widgetIdsItem, '11111111-2222-3333-4444-555555555555'],
  ['checks', items.checksItem, check],
  ['old token', items.oldSecretsItem, { token, fingerprint }],
];

beforeEach(async () => {
  const { end } = startBackground();
  await knowAccount();
  return end;
});
/** All that is written when an account is renamed, in this order. */
const writers = [
  ...[items.ledgerItem, items.rotationsItem, items.historyItem, items.placesItem, items.remindersItem],
  items.accountsItem,
] as { key: string; set(value: never): Promise<void> }[];
const asFormer = (account: Account): Account => ({ ...account, key: former, orgId: null });
/** The account is known by its label alone, as before its organisation's number has appeared. */
async function knowFormer(): Promise<void> {
  const account = await accountOf();
  if (account) await items.accountsItem.set({ current: former, byKey: { [former]: asFormer(account) } });
}

describe.each(maps)('%s', (_, item, value) => {
  const stored = item as unknown as { get(): Promise<unknown>; set(value: unknown): Promise<void> };

  it('goes along, and those of others stay', async () => {
    await stored.set({ [former]: value, [otherKey]: value });
    await renameAccount(former, key);
    expect(await stored.get()).toEqual({ [key]: value, [otherKey]: value });
  });

  it('is written only where there is one', async () => {
    await stored.set({ [otherKey]: value });
    const set = vi.spyOn(stored, 'set');
    await renameAccount(former, key);
    expect(set).not.toHaveBeenCalled();
  });

  it('goes along once: a second run finds nothing more to do', async () => {
    await stored.set({ [former]: value });
    await renameAccount(former, key);
    await renameAccount(former, key);
    expect(await stored.get()).toEqual({ [key]: value });
  });

  it('of an account with the name of a built-in is left alone', async () => {
    await stored.set({ [otherKey]: value });
    await renameAccount('constructor', key);
    expect(await stored.get()).toEqual({ [otherKey]: value });
  });
});

it('places that came by the sync under the new key stay beside its own', async () => {
  await listPlaces([place(1), place(2)], former);
  await listPlaces([place(2, { name: 'Newer', updatedAt: place(2).updatedAt + 9 }), place(3)]);
  await renameAccount(former, key);
  const all = await items.placesItem.get();
  expect(Object.keys(all)).toEqual([key]);
  expect(all[key]?.places.map(({ name }) => name).sort()).toEqual(['Newer', 'Place 1', 'Place 3']);
});

it('intents, rotations and the record go along', async () => {
  await knowFormer();
  await listPlaces(undefined, former);
  const rotation = await begun('planned', former);
  await items.ledgerItem.set([settledIntent({ account: former }), settledIntent({ account: otherKey })]);
  await note(otherKey, { kind: 'clipboardCleared' });
  await renameAccount(former, key);
  expect(await rotationOf()).toEqual({ ...rotation, account: key });
  expect((await items.ledgerItem.get()).map(({ account }) => account)).toEqual([key, otherKey]);
  expect((await items.historyItem.get()).map(({ account }) => account)).toEqual([key, otherKey]);
});

it('rotations of others are not written', async () => {
  await begun('planned');
  const set = vi.spyOn(items.rotationsItem, 'set');
  await renameAccount(former, otherKey);
  expect(set).not.toHaveBeenCalled();
});

describe('a run that ended in between', () => {
  /** What is stored after a look at the account's page under its new name, whatever happened before. */
  const everything = async () => ({
    accounts: Object.keys((await items.accountsItem.get()).byKey),
    places: Object.keys(await items.placesItem.get()),
    rotations: (await items.rotationsItem.get()).map(({ account, items: list }) => [
      account,
      list.map(({ state }) => state),
    ]),
    ledger: (await items.ledgerItem.get()).map(({ account }) => account),
    history: [...new Set((await items.historyItem.get()).map(({ account }) => account))],
    reminders: Object.keys(await items.remindersItem.get()),
  });

  it.each(writers)('at $key is made good by the next look', async (item) => {
    await knowFormer();
    await listPlaces(undefined, former);
    await items.remindersItem.set({ [former]: { ...defaultReminder, days: 30 } });
    await begun('planned', former);
    const rotation = await rotationOf(former);
    await items.rotationsItem.set(
      rotation ? [{ ...rotation, items: rotation.items.map((item, n) => (n === 0 ? skipped(item) : item)) }] : [],
    );
    await items.ledgerItem.set([settledIntent({ account: former })]);
    vi.spyOn(item, 'set').mockRejectedValueOnce(new Error('the worker is gone'));
    await expect(seen(token)).rejects.toThrow('the worker is gone');
    // A worker that starts now brings things in step before anybody looks at the page again.
    await followRotations();
    await seen(token);
    await followRotations();
    expect(await everything()).toEqual({
      ...{ accounts: [key], places: [key], ledger: [key], history: [key], reminders: [key] },
      rotations: [[key, ['skipped', 'open']]],
    });
  });
});
const skipped = <T extends object>(item: T) => ({
  ...item,
  state: 'skipped' as const,
  at: noon,
  skipReason: 'Retired',
});

it('whoever follows while an account is renamed begins nothing twice, and loses nothing', async () => {
  await knowFormer();
  await listPlaces(undefined, former);
  // The change and the name come by one look, while everything is followed after every write.
  await begun('planned', former);
  const { id } = (await rotationOf(former)) ?? {};
  for (const item of writers) {
    const set = item.set;
    vi.spyOn(item, 'set').mockImplementation(async (value) => {
      await set(value);
      void reconcile();
    });
  }
  await seen(next);
  await reconcile();
  const rotations = await items.rotationsItem.get();
  expect(rotations).toMatchObject([{ id, account: key, stage: 'replace', to: await markOfToken(next) }]);
  expect(rotations[0]?.items.map(({ state, archived }) => [state, archived])).toEqual([
    ['open', false],
    ['open', false],
  ]);
  await led({ type: 'abandon' });
});
