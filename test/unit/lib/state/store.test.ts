import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultCopying } from '../../../../lib/copy/copying.ts';
import { dashboardPattern } from '../../../../lib/dashboard/urls.ts';
import { newId } from '../../../../lib/new-id.ts';
import { defaultReminder } from '../../../../lib/reminder.ts';
import type { Desk } from '../../../../lib/state/desk.ts';
import * as items from '../../../../lib/state/items.ts';
import { loadDesk, watchDesk } from '../../../../lib/state/store.ts';
import { account, desk } from '../../../gallery/desks.ts';
import { place } from '../places/support.ts';
import { begun } from '../rotation/rotations.ts';
import { newToken, newWidgetId } from '../support/pages.ts';

/** The browser's permissions: granted or not, how long it takes to say so, and who wants to hear of changes. */
const permissions = { granted: true, said: () => Promise.resolve(), listeners: new Set<() => void>() };
const event = {
  addListener: (listener: () => void) => void permissions.listeners.add(listener),
  removeListener: (listener: () => void) => void permissions.listeners.delete(listener),
};

beforeEach(() => {
  fakeBrowser.reset();
  permissions.granted = true;
  permissions.said = () => Promise.resolve();
  permissions.listeners.clear();
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => {
        await permissions.said();
        return permissions.granted && origins.join() === dashboardPattern;
      },
      onAdded: event,
      onRemoved: event,
    },
  });
});

const { accountsItem, problemItem, secretsItem } = items;
const nothing: Desk = desk();
const known = account();
const problem = { failure: 'offline', reason: null, report: null, at: 1 } as const;

describe('the stored state', () => {
  it('is empty at first', async () => {
    expect(await loadDesk()).toEqual(nothing);
  });

  it('is all that is stored, in both areas', async () => {
    const secrets = { [known.key]: { token: newToken() } };
    const accounts = { current: known.key, byKey: { [known.key]: known } };
    await accountsItem.set(accounts);
    await secretsItem.set(secrets);
    await problemItem.set(problem);
    permissions.granted = false;
    expect(await loadDesk()).toEqual({ ...nothing, accounts, secrets, problem, granted: false });
  });

  it('is also all that stands around the token', async () => {
    const { key } = known;
    const fingerprint = 'a1b2c3d4';
    const desk: Partial<Desk> = {
      places: { [key]: { places: [place(1)], order: { ids: [], updatedAt: 0 } } },
      rotations: [begun('planned')],
      oldSecrets: { [key]: { token: newToken(), fingerprint } },
      checks: { [key]: { askedAt: 1, last: null, result: null } },
      reminders: { [key]: { ...defaultReminder, days: 30 } },
      widgetIds: { [key]: newWidgetId() },
      widgetOffers: [newWidgetId()],
      templates: [{ id: newId(), name: 'Mine', text: '{{token}}' }],
      copying: { ...defaultCopying, format: 'env' },
      clearing: { seconds: 15, offered: true },
      pendingClear: { armedAt: 1, deadline: 2, hash: 'a'.repeat(64), salt: newId() },
      popupPage: 'places',
      clearingNote: { what: 'left', at: 1 },
    };
    const stored = Object.values(items).filter((each) => typeof each === 'object' && 'key' in each);
    for (const item of stored) {
      const value = desk[item.key as keyof Desk];
      if (value !== undefined) await (item as unknown as { set(value: unknown): Promise<void> }).set(value);
    }
    expect(await loadDesk()).toEqual({ ...nothing, ...desk });
  });

  it('is read without the record, which is long', async () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get');
    await loadDesk();
    expect(get.mock.calls.map(([keys]) => keys)).toEqual([expect.not.arrayContaining(['history'])]);
    expect(get.mock.calls[0]?.[0]).toContain('places');
  });

  it('has nothing of what cannot be read, and names what was set aside', async () => {
    await fakeBrowser.storage.local.set({ accounts: 'x', 'ledger.aside': [1], 'paths.aside.seen': [2], foreign: 3 });
    await fakeBrowser.storage.session.set({ secrets: 'x', reading: 4 });
    expect(await loadDesk()).toEqual({ ...nothing, setAside: ['ledger.aside'] });
  });

  it('has no token that is stored on disk', async () => {
    await fakeBrowser.storage.local.set({ secrets: { [known.key]: { token: newToken() } } });
    expect((await loadDesk()).secrets).toEqual({});
  });
});

describe('whoever watches', () => {
  /** Someone who has heard what stood there at first, and forgets it. */
  const watched = async () => {
    const seen: Desk[] = [];
    const end = watchDesk((desk) => void seen.push(desk));
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    seen.length = 0;
    return { seen, end };
  };

  it.each<[string, () => unknown, Partial<Desk>]>([
    ['on disk', () => fakeBrowser.storage.local.set({ 'ledger.aside': [] }), { setAside: ['ledger.aside'] }],
    ['in memory', () => problemItem.set(problem), { problem }],
  ])('hears of a change %s', async (_, change, desk) => {
    const { seen, end } = await watched();
    await change();
    await vi.waitFor(() => expect(seen.at(-1)).toEqual({ ...nothing, ...desk }));
    end();
  });

  it('hears nothing of what is being typed, which comes with every key', async () => {
    const { seen, end } = await watched();
    await items.draftsItem.set({ place: { name: 'x' } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([]);
    await fakeBrowser.storage.session.set({ drafts: {}, problem });
    await vi.waitFor(() => expect(seen.at(-1)?.problem).toEqual(problem));
    await fakeBrowser.storage.local.set({ drafts: 1 });
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    end();
  });

  it('hears nothing of the sync', async () => {
    const { seen, end } = await watched();
    await fakeBrowser.storage.sync.set({ accounts: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([]);
    end();
  });

  it('hears of what changed before', async () => {
    await problemItem.set(problem);
    const seen: Desk[] = [];
    const end = watchDesk((desk) => void seen.push(desk));
    await vi.waitFor(() => expect(seen).toEqual([{ ...nothing, problem }]));
    end();
  });

  it('hears of access taken and given', async () => {
    const { seen, end } = await watched();
    for (const granted of [false, true]) {
      permissions.granted = granted;
      for (const listener of permissions.listeners) listener();
      await vi.waitFor(() => expect(seen.at(-1)?.granted).toBe(granted));
    }
    end();
  });

  it('sees the newest last, however many come at once', async () => {
    const { seen, end } = await watched();
    await Promise.all(Array.from({ length: 10 }, (_, at) => problemItem.set({ ...problem, at })));
    await vi.waitFor(() => expect(seen.at(-1)?.problem).toEqual({ ...problem, at: 9 }));
    const times = seen.map((desk) => desk.problem?.at ?? -1);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    end();
  });

  it('never sees an older state after a newer one, however slow that was to come', async () => {
    const { seen, end } = await watched();
    let saySlowly = () => {};
    permissions.said = () => new Promise((resolve) => (saySlowly = resolve));
    await problemItem.set(problem);
    permissions.said = () => Promise.resolve();
    await problemItem.set({ ...problem, at: 2 });
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    saySlowly();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen.map((desk) => desk.problem?.at)).toEqual([2]);
    end();
  });

  it('hears of each change, also while the next is being read', async () => {
    const { seen, end } = await watched();
    await problemItem.set(problem);
    let sayLater = () => {};
    permissions.said = () => new Promise((resolve) => (sayLater = resolve));
    await problemItem.set({ ...problem, at: 2 });
    await vi.waitFor(() => expect(seen.at(-1)?.problem).toEqual(problem));
    sayLater();
    await vi.waitFor(() => expect(seen.at(-1)?.problem?.at).toBe(2));
    permissions.said = () => Promise.resolve();
    end();
  });

  it('hears nothing any more once that is ended, not even what is under way', async () => {
    const { seen, end } = await watched();
    let say = () => {};
    permissions.said = () => new Promise((resolve) => (say = resolve));
    await problemItem.set(problem);
    end();
    say();
    permissions.said = () => Promise.resolve();
    await problemItem.set(null);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([]);
    expect(permissions.listeners.size).toBe(0);
  });
});
