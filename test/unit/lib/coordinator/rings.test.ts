// @vitest-environment node
/** What wakes the background besides messages: alarms, changes in storage, and the browser's own start. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearDue, clearingAlarm } from '../../../../lib/coordinator/clear.ts';
import { listen } from '../../../../lib/coordinator/listen.ts';
import { recover, recoveryAlarm } from '../../../../lib/coordinator/operate.ts';
import { followChanges, reconcile } from '../../../../lib/coordinator/reconcile.ts';
import { reminderAlarm } from '../../../../lib/coordinator/remind.ts';
import { takeUp } from '../../../../lib/coordinator/requests.ts';
import { ledgerItem } from '../../../../lib/state/items.ts';
import { FakeTabs } from '../support/fake-tabs.ts';

vi.mock(import('../../../../lib/coordinator/requests.ts'), () => ({ handleRequest: vi.fn(), takeUp: vi.fn() }));
vi.mock(import('../../../../lib/coordinator/operate.ts'), async (original) => ({
  ...(await original()),
  recover: vi.fn(),
}));
vi.mock(import('../../../../lib/coordinator/clear.ts'), async (original) => ({
  ...(await original()),
  clearDue: vi.fn(),
}));
vi.mock(import('../../../../lib/coordinator/reconcile.ts'), () => ({ followChanges: vi.fn(), reconcile: vi.fn() }));

/** Until everything that was set off is under way. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
const done = () =>
  Object.entries({ recover, clearDue, reconcile }).flatMap(([name, work]) =>
    vi.mocked(work as (...args: unknown[]) => unknown).mock.calls.map((args) => [name, ...args]),
  );

beforeEach(() => new FakeTabs().install());

describe('an alarm rings', () => {
  it.each<[string, unknown[][]]>([
    [recoveryAlarm, [['recover', false]]],
    [clearingAlarm, [['clearDue']]],
    [reminderAlarm, [['reconcile']]],
    ['of a former version', []],
  ])('%s', async (name, expected) => {
    listen();
    await settled();
    await fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 1, persistAcrossSessions: true });
    await settled();
    expect(done()).toEqual(expected);
  });

  it('each by its own name', () => {
    expect(new Set([recoveryAlarm, clearingAlarm, reminderAlarm]).size).toBe(3);
  });

  it('not before what is stored is ready', async () => {
    let read: () => void = () => undefined;
    const get = fakeBrowser.storage.local.get.bind(fakeBrowser.storage.local);
    vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementationOnce((async () => {
      await new Promise<void>((resolve) => (read = resolve));
      return get();
    }) as never);
    listen();
    await settled();
    await fakeBrowser.alarms.onAlarm.trigger({ name: recoveryAlarm, scheduledTime: 1, persistAcrossSessions: true });
    await ledgerItem.set([]);
    await settled();
    expect([done(), vi.mocked(followChanges).mock.calls, vi.mocked(takeUp).mock.calls]).toEqual([[], [], []]);
    read();
    await settled();
    expect([done().length, vi.mocked(followChanges).mock.calls.length, vi.mocked(takeUp).mock.calls.length]).toEqual([
      ...[1, 1, 1],
    ]);
  });
});

describe('a change in storage is followed', () => {
  it.each(['local', 'session', 'sync'] as const)('%s', async (area) => {
    listen();
    await settled();
    await fakeBrowser.storage[area].set({ places: 1 });
    await settled();
    expect(vi.mocked(followChanges).mock.calls).toEqual([[{ places: { oldValue: null, newValue: 1 } }, area]]);
  });
});

it('listens for the browser’s start, which would start it with nothing else', () => {
  expect(fakeBrowser.runtime.onStartup.hasListeners()).toBe(false);
  listen();
  expect(fakeBrowser.runtime.onStartup.hasListeners()).toBe(true);
});

it('hears of everything in its first tick', () => {
  listen();
  const { alarms, runtime, storage } = fakeBrowser;
  const events = [alarms.onAlarm, runtime.onMessage, runtime.onInstalled, runtime.onStartup, storage.onChanged];
  expect(events.map((event) => event.hasListeners())).toEqual(events.map(() => true));
});
