// @vitest-environment node
/** Forgetting everything: nothing stays anywhere, and nothing comes back by who was at work just then. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { eraseAll } from '../../../../lib/coordinator/erase.ts';
import { note } from '../../../../lib/coordinator/history.ts';
import { readAfresh } from '../../../../lib/coordinator/read.ts';
import { followChanges } from '../../../../lib/coordinator/reconcile.ts';
import { reminderAlarm } from '../../../../lib/coordinator/remind.ts';
import { syncPlaces } from '../../../../lib/coordinator/sync.ts';
import { withLock } from '../../../../lib/lock.ts';
import { ledgerItem, placesItem, syncItem } from '../../../../lib/state/items.ts';
import { place } from '../places/support.ts';
import { armed, begun, ended, fired, listPlaces, operated, remember, seen } from '../support/around.ts';
import { key, knowAccount, next, startBackground } from '../support/background.ts';
import { through } from '../support/clock.ts';
import { FakePage } from '../support/fake-page.ts';
import type { FakeTabs } from '../support/fake-tabs.ts';
import { settledIntent } from '../support/stored.ts';

const { local, session, sync } = fakeBrowser.storage;
let tabs: FakeTabs;
beforeEach(async () => {
  const { end, tabs: those } = startBackground();
  tabs = those;
  await knowAccount();
  await remember();
  await listPlaces();
  return end;
});

const stored = async () => [await local.get(), await session.get(), await sync.get()].map((each) => Object.keys(each));
const nothing = [[], [], []];
const rest = () => vi.advanceTimersByTimeAsync(1_000);

describe('everything is gone', () => {
  it('on disk, in memory, in the sync, and no alarm is left', async () => {
    await syncItem.set(true);
    await begun();
    await operated(next);
    await note(key, { kind: 'clipboardCleared' });
    await local.set({ 'ledger.aside': [1], 'ledger.aside.seen': [2] });
    await syncPlaces();
    fakeBrowser.alarms.create(reminderAlarm, { when: 1 });
    expect((await stored()).map((keys) => keys.length > 0)).toEqual([true, true, true]);
    await eraseAll();
    expect([await stored(), await fakeBrowser.alarms.getAll()]).toEqual([nothing, []]);
  });

  it('also in a sync that was switched off since', async () => {
    await syncItem.set(true);
    await syncPlaces();
    await syncItem.set(false);
    await eraseAll();
    expect(await stored()).toEqual(nothing);
  });

  it('here also where the sync fails', async () => {
    await syncItem.set(true);
    await syncPlaces();
    vi.spyOn(sync, 'clear').mockRejectedValue(new Error('no') as never);
    await eraseAll();
    expect((await stored()).slice(0, 2)).toEqual([[], []]);
  });

  it('while a read is under way, which brings nothing back and leaves no tab', async () => {
    tabs.serve = () => new FakePage({ kind: 'app', route: null });
    const reading = readAfresh();
    await rest();
    await through(eraseAll());
    await through(reading);
    expect([await stored(), [...tabs.tabs.keys()]]).toEqual([nothing, []]);
  });

  it('after operations that have ended', async () => {
    await ended(await fired());
    await ledgerItem.set([...(await ledgerItem.get()), settledIntent()]);
    await eraseAll();
    expect(await stored()).toEqual(nothing);
  });
});

describe('nothing is gone while an operation is open', () => {
  it.each([
    ['armed', () => armed()],
    ['fired', () => fired()],
    [
      'in doubt',
      async () => {
        await fired();
        await ledgerItem.set((await ledgerItem.get()).map((each) => ({ ...each, doubt: 'offline' as const })));
      },
    ],
  ])('%s', async (_, happens) => {
    await syncItem.set(true);
    await syncPlaces();
    await happens();
    fakeBrowser.alarms.create(reminderAlarm, { when: 1 });
    const before = await Promise.all([local.get(), session.get(), sync.get()]);
    await eraseAll();
    expect(await Promise.all([local.get(), session.get(), sync.get()])).toEqual(before);
    expect(await fakeBrowser.alarms.getAll()).toHaveLength(1);
  });

  it('also one that is being armed just then', async () => {
    await Promise.all([armed(), eraseAll()]);
    expect(await ledgerItem.get()).toHaveLength(1);
  });
});

describe('nothing comes back', () => {
  it.each(['accounts', 'ledger', 'sync', 'places', 'rotations', 'history', 'reminders', 'pendingClear'])(
    'by who is changing %s just then',
    async (name) => {
      let write: () => void = () => undefined;
      const writing = withLock(name, async () => {
        const before = await local.get(name);
        await new Promise<void>((resolve) => (write = resolve));
        await local.set(before);
      });
      const erased = eraseAll();
      await rest();
      write();
      await Promise.all([writing, erased]);
      expect(await stored()).toEqual(nothing);
    },
  );

  it('by the news that the sync is empty', async () => {
    fakeBrowser.storage.onChanged.addListener((changes, area) => followChanges(changes as never, area));
    await syncItem.set(true);
    await rest();
    await eraseAll();
    await rest();
    expect(await stored()).toEqual(nothing);
  });

  it('by a sync that is under way', async () => {
    await syncItem.set(true);
    await Promise.all([syncPlaces(), eraseAll(), syncPlaces()]);
    expect(await stored()).toEqual([[], [], []]);
  });

  it('by what is noted at the same time, but what came after', async () => {
    await Promise.all([
      note(key, { kind: 'clipboardCleared' }),
      eraseAll(),
      placesItem.set({ [key]: { places: [place(9)], order: { ids: [], updatedAt: 0 } } }),
    ]);
    expect(await local.get('history')).toEqual({ history: undefined });
  });
});

it('the token is read anew by the next look, and nothing of before is known', async () => {
  await eraseAll();
  await seen(next);
  expect(Object.keys(await local.get())).toEqual(['accounts']);
  expect(await ledgerItem.get()).toEqual([]);
});
