import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Item } from '../../../../lib/state/item.ts';
import * as items from '../../../../lib/state/items.ts';
import { accountsItem, ledgerItem, pathsItem } from '../../../../lib/state/items.ts';
import { acknowledgeSetAside, setAsideUnreadable } from '../../../../lib/state/set-aside.ts';
import { account } from '../../../gallery/desks.ts';
import { place } from '../places/support.ts';
import { newToken } from '../support/pages.ts';
import { settledIntent } from '../support/stored.ts';

beforeEach(() => fakeBrowser.reset());

const { local } = fakeBrowser.storage;
const known = account();
const [order, fingerprint] = [{ ids: [], updatedAt: 0 }, 'a1b2c3d4'];
const template = { id: 'a'.repeat(32), name: 'Mine', text: '{{token}}' };
const pending = { armedAt: 1, deadline: 2, hash: 'a'.repeat(64), salt: 'b'.repeat(32) };
const result = { at: 1, which: 'old', fingerprint, verdict: { kind: 'refused' } };
const accounts = { current: known.key, byKey: { [known.key]: known } };

describe('an item', () => {
  it.each<[Item<unknown>, unknown, unknown[]]>([
    [accountsItem, accounts, [null, [], { current: null }, { ...accounts, byKey: { x: { ...known, asOf: -1 } } }]],
    [ledgerItem, [settledIntent()], [null, {}, [settledIntent(), {}], [{ ...settledIntent(), stage: 'cancelled' }]]],
    [pathsItem, { 'https://x.example': '/app' }, [null, '/app', { 'https://x.example': 1 }]],
    [
      items.secretsItem,
      { x: { token: newToken() } },
      [null, { x: newToken() }, { x: { token: '' } }, { x: { token: 'x'.repeat(513) } }],
    ],
    [items.readingItem, { step: 'finding', startedAt: 1 }, [{}, { step: 'x', startedAt: 1 }]],
    [
      items.problemItem,
      { failure: 'offline', reason: null, report: null, at: 1 },
      [{}, { failure: 'x', reason: null, report: null, at: 1 }],
    ],
    [items.ownTabsItem, [1, 2], [null, ['1'], [1.5]]],
    [items.awaitingSignInItem, true, [null, 1, 'true']],
    [items.placesItem, { x: { places: [place(1)], order } }, [null, [], { x: [] }, { x: { places: [{}], order } }]],
    [items.templatesItem, [template], [null, {}, [template, {}]]],
    [items.copyingItem, { format: 'env', system: null, names: {} }, [null, { format: 7 }]],
    [items.clearingItem, { seconds: 15, offered: true }, [null, { seconds: 16, offered: true }, { seconds: 15 }]],
    [items.pendingClearItem, pending, [{}, { ...pending, hash: 'a' }, { ...pending, salt: 'b' }]],
    [items.remindersItem, { x: { days: 9, snooze: null, notify: true } }, [null, { x: { days: 0 } }]],
    [items.notifiedItem, { x: { fingerprint, state: 'overdue' } }, [null, { x: { fingerprint, state: 'fine' } }]],
    [items.widgetIdsItem, { x: 'w' }, [null, 'w', { x: '' }, { x: 'x'.repeat(101) }]],
    [items.syncItem, true, [null, 1, 'true']],
    [
      items.oldSecretsItem,
      { x: { token: newToken(), fingerprint } },
      [null, { x: { token: newToken() } }, { x: { token: '', fingerprint } }],
    ],
    [
      items.checksItem,
      { x: { askedAt: 1, last: 2, result } },
      [null, { x: {} }, { x: { askedAt: -1, last: 2, result } }],
    ],
    [items.widgetOffersItem, ['w'], [null, 'w', ['']]],
    [items.clearingNoteItem, { what: 'left', at: 1 }, [{}, { what: 'gone', at: 1 }]],
    [items.syncReportItem, { at: 1, left: 0, failed: false }, [{}, { at: 1, left: -1, failed: false }]],
    [items.popupPageItem, 'places', [null, 'page', 1]],
    [items.draftsItem, { form: { field: 'typed' } }, [null, { form: 'typed' }, { form: { field: 1 } }]],
  ])('keeps what fits and takes nothing else: case %#', async (item, value, unfit) => {
    const empty = await item.get();
    await item.set(value);
    expect(await item.get()).toEqual(value);
    expect(item.parse({ [item.key]: value })).toEqual(value);
    expect(item.parse({})).toEqual(empty);
    for (const each of unfit) expect([each, item.parse({ [item.key]: each })]).toEqual([each, empty]);
  });

  it.each<[Item<unknown>, unknown]>([
    [accountsItem, { current: 'x'.repeat(500), byKey: {} }],
    [accountsItem, { ...accounts, byKey: { [known.key]: { ...known, label: 'x'.repeat(201) } } }],
    [ledgerItem, [settledIntent(), settledIntent({ account: 'x'.repeat(500) })]],
    [items.secretsItem, { x: { token: 'secret'.repeat(100) } }],
    [items.readingItem, undefined],
  ])('stores nothing that it could not read back, and says whose it was but not what: case %#', async (item, value) => {
    const before = [await local.get(), await fakeBrowser.storage.session.get()];
    const error: unknown = await item.set(value).catch((each) => each);
    expect(error).toBeInstanceOf(Error);
    expect(`${error}`).toMatch(new RegExp(`^Error: "${item.key}" [^"]*$`));
    expect(`${error}`).not.toMatch(/xxx|secret[^s]/);
    expect([await local.get(), await fakeBrowser.storage.session.get()]).toEqual(before);
  });

  it('with a token is kept in memory only', async () => {
    const token = newToken();
    await items.secretsItem.set({ x: { token } });
    expect(JSON.stringify(await local.get())).not.toContain(token);
    expect(items.secretsItem.area).toBe('session');
  });

  it.each([items.oldSecretsItem, items.draftsItem])('that may have one is kept in memory only: $key', async (item) => {
    expect([item.area, items.durable.some(({ key }) => key === item.key)]).toEqual(['session', false]);
  });

  it('on disk is among those that are looked after at the start', () => {
    const all = Object.values(items).filter((each) => typeof each === 'object' && 'key' in each);
    const onDisk = all.filter(({ area }) => area === 'local').map(({ key }) => key);
    expect(items.durable.map(({ key }) => key).sort()).toEqual(onDisk.sort());
  });

  it('has a key of its own', () => {
    const all = Object.values(items).filter((each) => typeof each === 'object' && 'key' in each);
    expect(new Set(all.map((each) => each.key)).size).toBe(all.length);
  });
});

describe('what another version stored', () => {
  const strange = { version: 9, what: 'accounts' };

  it('is kept aside, and what can be read stays', async () => {
    await local.set({ accounts: strange, ledger: [settledIntent()], paths: 'here', foreign: 1 });
    const before = await local.get();
    await setAsideUnreadable();
    expect(await local.get()).toEqual({
      ledger: before.ledger,
      foreign: 1,
      'accounts.aside': [strange],
      'paths.aside': ['here'],
    });
    expect(await accountsItem.get()).toEqual({ current: null, byKey: {} });
  });

  it('is kept aside also where it is null, and stays null', async () => {
    await local.set({ ledger: null });
    await setAsideUnreadable();
    expect(Object.keys(await local.get())).not.toContain('ledger');
  });

  it('changes nothing where all can be read', async () => {
    await local.set({ accounts, ledger: [], paths: {} });
    const before = await local.get();
    await setAsideUnreadable();
    expect(await local.get()).toEqual(before);
    await local.clear();
    await setAsideUnreadable();
    expect(await local.get()).toEqual({});
  });

  it('is kept twice where it happens twice', async () => {
    await local.set({ accounts: strange });
    await setAsideUnreadable();
    await local.set({ accounts: 'stranger' });
    await setAsideUnreadable();
    expect(await local.get()).toEqual({ 'accounts.aside': [strange, 'stranger'] });
  });

  it('is kept so often and no oftener, the newest: it fills no disk', async () => {
    for (let version = 0; version < 9; version += 1) {
      await local.set({ accounts: { version } });
      await setAsideUnreadable();
    }
    const newest = [4, 5, 6, 7, 8].map((version) => ({ version }));
    expect(await local.get()).toEqual({ 'accounts.aside': newest });
    await local.set({ 'accounts.aside.seen': newest });
    await local.set({ 'accounts.aside': [{ version: 9 }] });
    await acknowledgeSetAside();
    expect(await local.get()).toEqual({ 'accounts.aside.seen': [...newest.slice(1), { version: 9 }] });
  });

  it('is not lost where something else stands under the name', async () => {
    await local.set({ accounts: strange, 'accounts.aside': 'older' });
    await setAsideUnreadable();
    expect(JSON.stringify(await local.get())).toContain('older');
  });

  it('is kept on, out of sight, once that was seen', async () => {
    await local.set({ accounts: strange, ledger: 'x', foreign: 1 });
    await setAsideUnreadable();
    await acknowledgeSetAside();
    expect(await local.get()).toEqual({ foreign: 1, 'accounts.aside.seen': [strange], 'ledger.aside.seen': ['x'] });
    await local.set({ accounts: 'again' });
    await setAsideUnreadable();
    await acknowledgeSetAside();
    await acknowledgeSetAside();
    expect(await local.get()).toMatchObject({ 'accounts.aside.seen': [strange, 'again'], 'ledger.aside.seen': ['x'] });
  });
});
