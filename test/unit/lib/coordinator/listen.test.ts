// @vitest-environment node

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hear, listen } from '../../../../lib/coordinator/listen.ts';
import { handleReport } from '../../../../lib/coordinator/reports.ts';
import { handleRequest, takeUp } from '../../../../lib/coordinator/requests.ts';
import type { Report } from '../../../../lib/messages/reports.ts';
import type { Request } from '../../../../lib/messages/requests.ts';
import { newId } from '../../../../lib/new-id.ts';
import { FakePage } from '../support/fake-page.ts';
import { FakeTabs } from '../support/fake-tabs.ts';
import { newToken } from '../support/pages.ts';
import { observationOf } from '../support/stored.ts';

vi.mock('../../../../lib/coordinator/reports.ts', () => ({ handleReport: vi.fn() }));
vi.mock('../../../../lib/coordinator/requests.ts', () => ({ handleRequest: vi.fn(), takeUp: vi.fn() }));

const id = fakeBrowser.runtime.id;
const popup = { id, url: fakeBrowser.runtime.getURL('/popup.html' as never) };
const tab = { id: 7, index: 0, highlighted: false, active: true, pinned: false, incognito: false };
const dashboard = { id, url: 'https://www.snapengage.com/app/', frameId: 0, tab };
const stranger = { ...dashboard, url: 'https://www.snapengage.com.evil.example/app/' };

const request: Request = { type: 'read' };
const wish: Request = { type: 'start', wish: newId(), after: null, kind: 'delete', account: 'a', expected: null };
const observed: Report = {
  type: 'observed',
  observation: observationOf({ kind: 'token', token: newToken(), orgId: null, label: null }),
};
const mayFire: Report = { type: 'mayFire', intent: newId(), document: newId() };
const clip = { salt: newId(), hash: newId() + newId() };
const pageCopied: Report = { type: 'copied', ...clip };
const pagePressed: Report = { type: 'pressed', kind: 'regenerate' };
const [account, mark] = ['a', { fingerprint: 'a1b2c3d4', lastFour: null }];
/** What pages of ours may ask for around the token. */
const around: Request[] = [
  { type: 'copied', account, mark, format: 'token', clip },
  { type: 'shown', account, mark },
  { type: 'clearNow', salt: newId() },
  { type: 'keepClipboard', salt: newId() },
  { type: 'clearDue' },
  { type: 'check', account },
  { type: 'beginRotation', account, path: 'planned' },
  { type: 'rotate', rotation: newId(), seen: 'prepare', event: { type: 'abandon' } },
  { type: 'prove', rotation: newId() },
  { type: 'sync' },
  { type: 'eraseAll' },
];
const ready = Promise.resolve();

beforeEach(() => {
  vi.mocked(handleReport).mockResolvedValue({ fire: true });
  vi.mocked(handleRequest).mockResolvedValue();
});
/** Until everything that was heard is under way. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what is heard', () => {
  it('is a request of ours, answered at once', async () => {
    expect(await hear(ready, request, popup)).toEqual({ heard: true });
    await settled();
    expect(vi.mocked(handleRequest).mock.calls).toEqual([[request]]);
    expect(handleReport).not.toHaveBeenCalled();
  });

  it('is a wish, answered once it is stored', async () => {
    let store = () => {};
    vi.mocked(handleRequest).mockImplementation(async (_, onStored = () => undefined) => {
      store = onStored;
      await new Promise(() => undefined);
    });
    const heard = vi.fn<(answer: unknown) => void>();
    void hear(ready, wish, popup)?.then(heard);
    await settled();
    expect(vi.mocked(handleRequest).mock.calls).toEqual([[wish, expect.any(Function)]]);
    expect(heard).not.toHaveBeenCalled();
    store();
    await settled();
    expect(heard.mock.calls).toEqual([[{ heard: true }]]);
  });

  it('is no wish that could not be stored', async () => {
    vi.mocked(handleRequest).mockRejectedValue(new Error('quota'));
    await expect(hear(ready, wish, popup)).rejects.toThrow('quota');
  });

  it('is a report of the dashboard, with the tab it came from', async () => {
    expect(await hear(ready, observed, dashboard)).toEqual({ heard: true });
    await settled();
    expect(vi.mocked(handleReport).mock.calls).toEqual([[7, observed]]);
    expect(handleRequest).not.toHaveBeenCalled();
  });

  it('is the question whether to fire, answered by the ledger', async () => {
    expect(await hear(ready, mayFire, dashboard)).toEqual({ fire: true });
    vi.mocked(handleReport).mockResolvedValue({ fire: false });
    expect(await hear(ready, mayFire, dashboard)).toEqual({ fire: false });
  });

  it('is the question how many places are touched, answered by what is stored', async () => {
    vi.mocked(handleReport).mockResolvedValue({ places: 3 });
    expect(await hear(ready, { type: 'pressed', kind: 'delete' }, dashboard)).toEqual({ places: 3 });
  });

  it('is that the page’s button has copied, which is only heard', async () => {
    const copied = { type: 'copied', salt: newId(), hash: newId() + newId() } as const;
    vi.mocked(handleReport).mockReturnValue(new Promise(() => undefined));
    expect(await hear(ready, copied, dashboard)).toEqual({ heard: true });
    await settled();
    expect(vi.mocked(handleReport).mock.calls).toEqual([[7, copied]]);
  });

  it.each(around)('is the request $type, answered at once', async (asked) => {
    expect(await hear(ready, asked, popup)).toEqual({ heard: true });
    await settled();
    expect(vi.mocked(handleRequest).mock.calls).toEqual([[asked]]);
  });

  it('is what the page’s button has copied, answered at once', async () => {
    expect(await hear(ready, pageCopied, dashboard)).toEqual({ heard: true });
    await settled();
    expect(vi.mocked(handleReport).mock.calls).toEqual([[7, pageCopied]]);
    expect(handleRequest).not.toHaveBeenCalled();
  });

  it('is the question how many places are touched, answered by their number', async () => {
    vi.mocked(handleReport).mockResolvedValue({ places: 3 });
    expect(await hear(ready, pagePressed, dashboard)).toEqual({ places: 3 });
  });

  it('is nothing besides the fields of the message', async () => {
    void hear(ready, { ...request, kind: 'delete' }, popup);
    await settled();
    expect(vi.mocked(handleRequest).mock.calls).toEqual([[request]]);
  });
});

describe('what is not for us is left to others, without effect', () => {
  it.each<[string, unknown, Parameters<typeof hear>[2]]>([
    ['a request from the dashboard', request, dashboard],
    ['a report from the popup', observed, popup],
    ['the question whether to fire, from the popup', mayFire, popup],
    ['the question how many places are touched, from the popup', { type: 'pressed', kind: 'delete' }, popup],
    ['a request from a stranger', request, stranger],
    ['a report from a stranger', observed, stranger],
    ['the question whether to fire, from a stranger', mayFire, stranger],
    ['a report from a frame of the dashboard', observed, { ...dashboard, frameId: 2 }],
    ['a request of another extension', request, { ...popup, id: 'another' }],
    ...around.map((asked): [string, unknown, typeof dashboard] => [
      `${asked.type} from the dashboard`,
      asked,
      dashboard,
    ]),
    ...around.map((asked): [string, unknown, typeof stranger] => [`${asked.type} from a stranger`, asked, stranger]),
    ...around.map((asked): [string, unknown, object] => [
      `${asked.type} from a page of ours in a frame`,
      asked,
      { ...popup, frameId: 3, tab },
    ]),
    ['what a page’s button has copied, from the popup', pageCopied, popup],
    ['what a page’s button has copied, from a stranger', pageCopied, stranger],
    ['what a page’s button has copied, from a frame', pageCopied, { ...dashboard, frameId: 2 }],
    ['the question how many places are touched, from the popup', pagePressed, popup],
    ['the question how many places are touched, from a stranger', pagePressed, stranger],
    ['the question how many places are touched, from a frame', pagePressed, { ...dashboard, frameId: 2 }],
    ['the command to clear, from the popup', { type: 'clear', pending: null }, popup],
    ['the command to clear, from the dashboard', { type: 'clear', pending: null }, dashboard],
    ['an unknown type from the popup', { type: 'erase' }, popup],
    ['a command from the popup', { type: 'look' }, popup],
    ['a malformed request', { type: 'start', kind: 'delete' }, popup],
    ['a malformed report', { ...mayFire, intent: 'x' }, dashboard],
    ['a prototype’s name', { type: '__proto__' }, popup],
    ['a text', 'read', popup],
    ['nothing', undefined, popup],
    ['nothing from the dashboard', null, dashboard],
  ])('%s', async (_, message, sender) => {
    expect(hear(ready, message, sender)).toBeUndefined();
    await settled();
    expect(handleRequest).not.toHaveBeenCalled();
    expect(handleReport).not.toHaveBeenCalled();
  });
});

it('does nothing before stored state is ready', async () => {
  let makeReady = () => {};
  const later = new Promise<void>((resolve) => {
    makeReady = resolve;
  });
  void hear(later, request, popup);
  void hear(later, observed, dashboard);
  await settled();
  expect(handleRequest).not.toHaveBeenCalled();
  expect(handleReport).not.toHaveBeenCalled();
  makeReady();
  await settled();
  expect(handleRequest).toHaveBeenCalledOnce();
  expect(handleReport).toHaveBeenCalledOnce();
});

describe('a background whose storage fails', () => {
  let tabs: FakeTabs;
  beforeEach(() => {
    tabs = new FakeTabs();
    return tabs.install();
  });
  const { local, session } = fakeBrowser.storage;
  const quota = new Error('quota');
  /** Listens, is asked by the popup, and gives what was done by then. */
  async function asked(): Promise<unknown[]> {
    let heard: Parameters<typeof fakeBrowser.runtime.onMessage.addListener>[0] = () => undefined;
    vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
      heard = listener;
    });
    listen();
    void heard(request, popup, () => undefined);
    await settled();
    await settled();
    return [vi.mocked(handleRequest).mock.calls, vi.mocked(takeUp).mock.calls.length];
  }
  const whole = [[[request]], 1];

  it.each<[string, () => void]>([
    ['to be hidden', () => Object.assign(local, { setAccessLevel: () => Promise.reject(quota) })],
    [
      'to be hidden, at once',
      () =>
        Object.assign(local, {
          setAccessLevel: () => {
            throw quota;
          },
        }),
    ],
    ['to be read', () => vi.spyOn(local, 'get').mockRejectedValue(quota)],
    ['to give the tabs of ours', () => vi.spyOn(session, 'get').mockRejectedValue(quota)],
  ])('%s hears all the same', async (_, fails) => {
    fails();
    expect(await asked()).toEqual(whole);
    Object.assign(local, { setAccessLevel: undefined });
  });

  it('for what cannot be read still closes the tabs it left open', async () => {
    const { id: left } = tabs.open(new FakePage({ kind: 'other' }));
    await session.set({ ownTabs: [left] });
    await local.set({ accounts: 'strange' });
    vi.spyOn(local, 'set').mockRejectedValue(quota);
    expect(await asked()).toEqual(whole);
    expect(tabs.log).toEqual([`close ${left}`]);
  });
});
