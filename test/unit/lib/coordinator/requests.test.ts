// @vitest-environment node
/** What each request of the popup does, and what a worker takes up that starts again. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clipOf } from '../../../../lib/clearing/clip.ts';
import { clearingAlarm } from '../../../../lib/coordinator/clear.ts';
import { readingResumeLimit, settleLimit } from '../../../../lib/coordinator/limits.ts';
import { recoveryAlarm } from '../../../../lib/coordinator/operate.ts';
import { reminderAlarm } from '../../../../lib/coordinator/remind.ts';
import { handleRequest, takeUp } from '../../../../lib/coordinator/requests.ts';
import { followRotations } from '../../../../lib/coordinator/rotations.ts';
import type { FailureCode } from '../../../../lib/failures.ts';
import { withLock } from '../../../../lib/lock.ts';
import type { Request } from '../../../../lib/messages/requests.ts';
import { newId } from '../../../../lib/new-id.ts';
import { noticeId, shownOf } from '../../../../lib/state/desk.ts';
import * as items from '../../../../lib/state/items.ts';
import type { Change } from '../../../../lib/state/schemas.ts';
import { loadDesk } from '../../../../lib/state/store.ts';
import { listPlaces, operated, rotationOf } from '../support/around.ts';
import {
  key,
  knowAccount,
  lastIntent,
  next,
  openIntent,
  origin,
  showing,
  startBackground,
  token,
} from '../support/background.ts';
import { through } from '../support/clock.ts';
import { FakePage } from '../support/fake-page.ts';
import type { FakeTabs } from '../support/fake-tabs.ts';
import { newWidgetId } from '../support/pages.ts';
import { markOfToken, noon, settledIntent } from '../support/stored.ts';
import { fakeTexts } from '../support/texts.ts';

const { accountsItem, awaitingSignInItem, ledgerItem, ownTabsItem, pathsItem, problemItem, readingItem } = items;

let tabs: FakeTabs;
beforeEach(() => {
  const background = startBackground();
  fakeTexts();
  tabs = background.tabs;
  tabs.serve = () => showing(token);
  return background.end;
});

const ask = (request: Request) => through(handleRequest(request));
const plain = (
  type: 'opened' | 'read' | 'cancelReading' | 'lookAgain' | 'leaveUnknown' | 'showPage' | 'signIn' | PlainToo,
) => ask({ type });
type PlainToo = 'openDashboard' | 'refreshPage';
/** Until nothing moves any more, whatever was set off. */
const rest = () => vi.advanceTimersByTimeAsync(60_000);
const fail = (failure: FailureCode) => problemItem.set({ failure, reason: null, report: null, at: noon });
const failure = async () => (await problemItem.get())?.failure ?? null;
const opened = () => tabs.log.filter((each) => each.startsWith('open'));
const fired = { stage: 'fired', firedAt: noon, step: 'watching' } as const;
const secret = async () => (await items.secretsItem.get())[key]?.token;

describe('opened', () => {
  it('reads where nothing is known', async () => {
    await plain('opened');
    expect([opened().length, await secret()]).toEqual([1, token]);
  });

  it('looks at what is open where a token page is, and opens nothing', async () => {
    tabs.open(showing(next));
    await plain('opened');
    expect([tabs.log, await secret()]).toEqual([[], next]);
  });

  it('opens nothing where an account is known', async () => {
    await knowAccount();
    await plain('opened');
    expect(tabs.log).toEqual([]);
  });

  it.each<[FailureCode, boolean, number, FailureCode | null]>([
    ['offline', false, 1, null],
    ['offline', true, 0, null],
    ['cancelled', true, 0, null],
    ['noAccess', false, 1, null],
    ['noAccess', true, 0, null],
    ['signedOut', false, 0, 'signedOut'],
    ['signedOut', true, 0, 'signedOut'],
    ['unreadable', true, 0, 'unreadable'],
  ])('after %s, an account known: %s', async (before, known, reads, after) => {
    if (known) await knowAccount();
    await fail(before);
    await plain('opened');
    expect([opened().length, await failure()]).toEqual([reads, after]);
  });

  it('takes up the open intent, and reads for nothing else', async () => {
    await openIntent({ tab: null, document: null });
    await plain('opened');
    await rest();
    expect(await lastIntent()).toMatchObject({ outcome: { failure: 'interrupted' } });
    expect(tabs.log).toEqual([]);
  });

  it('waits with an intent in doubt until the person looks again', async () => {
    const intent = await openIntent({ ...fired, doubt: 'signedOut', answered: true, tab: 99 });
    await plain('opened');
    await rest();
    expect([await lastIntent(), tabs.log]).toEqual([intent, []]);
    await plain('lookAgain');
    expect(await lastIntent()).toMatchObject({ outcome: { failure: 'refused' } });
    expect(opened()).toHaveLength(1);
  });
});

describe('leaveUnknown', () => {
  it('ends the wait for what nothing tells any more, and closes our tab', async () => {
    const tab = tabs.open(showing(token)).id;
    await items.ownTabsItem.set([tab]);
    await openIntent({ ...fired, doubt: 'notOwner', tab });
    await plain('leaveUnknown');
    expect(await lastIntent()).toMatchObject({
      stage: 'settled',
      doubt: null,
      outcome: { kind: 'notDone', failure: 'unknownOutcome' },
    });
    expect(tabs.log).toEqual([`close ${tab}`]);
  });

  it.each([
    ['that is under way', { ...fired, tab: 99 }],
    ['that was not pressed yet', { tab: 99 }],
  ])('leaves an intent alone %s', async (_, changes) => {
    const intent = await openIntent(changes);
    await plain('leaveUnknown');
    expect([await lastIntent(), tabs.log]).toEqual([intent, []]);
  });

  it('does nothing where nothing is open', async () => {
    await plain('leaveUnknown');
    expect([await lastIntent(), tabs.log]).toEqual([undefined, []]);
  });
});

it('read reads afresh, whatever is known', async () => {
  await knowAccount();
  tabs.open(showing(token));
  await plain('read');
  expect(opened()).toHaveLength(1);
});

it('cancelReading ends the read', async () => {
  tabs.serve = () => new FakePage({ kind: 'other' });
  const reading = handleRequest({ type: 'read' });
  await vi.advanceTimersByTimeAsync(700);
  await plain('cancelReading');
  await through(reading);
  expect(await failure()).toBe('cancelled');
});

it('start arms the wish as it was sent, and says when', async () => {
  await knowAccount();
  const wish = { wish: newId(), kind: 'delete', account: key, expected: await markOfToken(token) } as const;
  const stored = vi.fn<() => void>();
  void handleRequest({ type: 'start', after: null, ...wish }, stored);
  await vi.advanceTimersByTimeAsync(0);
  expect(stored).toHaveBeenCalledOnce();
  const intent = await lastIntent();
  expect(intent).toMatchObject(wish);
  expect(Object.keys(intent ?? {})).not.toContain('type');
});

describe('showPage', () => {
  it('brings the page that works to the front, and leaves it to the person', async () => {
    const { id } = tabs.open(showing(token));
    await ownTabsItem.set([id]);
    await openIntent({ tab: id });
    await plain('showPage');
    expect([tabs.log, await ownTabsItem.get()]).toEqual([[`show ${id}`, 'front 5'], []]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['without an operation', async () => undefined],
    ['where its tab is gone', () => openIntent({ tab: 99 })],
    ['where it has no tab yet', () => openIntent({ tab: null })],
  ])('opens the token page %s', async (_, happens) => {
    await happens();
    await pathsItem.set({ [origin]: '/app/account' });
    const update = vi.spyOn(fakeBrowser.tabs, 'update');
    await plain('showPage');
    expect([tabs.log, await ownTabsItem.get()]).toEqual([['show new 7 /app/account'], []]);
    // Without a tab the browser would take the one in front.
    expect(update.mock.calls.filter(([tab]) => typeof tab !== 'number')).toEqual([]);
  });

  it.each<[FailureCode, number]>([
    ['unreadable', 1],
    ['offline', 0],
  ])('after %s, leads the person through the menu or does not', async (before, walks) => {
    await fail(before);
    const page = new FakePage({ kind: 'app', route: 'apiToken' });
    tabs.serve = () => page;
    await plain('showPage');
    expect(page.heard.filter(({ type }) => type === 'walk')).toHaveLength(walks);
    expect(tabs.tabs.size).toBe(1);
  });

  it('leads nowhere without a window', async () => {
    await fail('unreadable');
    tabs.hasWindow = false;
    const started = Date.now();
    await plain('showPage');
    expect([tabs.log, Date.now() - started]).toEqual([[], 0]);
  });
});

describe('a tab for the person', () => {
  it.each<[string, Request['type'], FailureCode | null, string]>([
    ['to sign in', 'signIn', null, '/signin'],
    ['with the token page', 'openDashboard', null, '/app/account'],
    ['with the token page, after an error', 'openDashboard', 'pageError', '/app/account'],
    ['with the start page, for who does not own the account', 'openDashboard', 'notOwner', '/app/'],
  ])('%s', async (_, type, before, path) => {
    await pathsItem.set({ [origin]: '/app/account' });
    if (before) await fail(before);
    await plain(type as 'signIn');
    expect(tabs.log).toEqual([`show new 7 ${path}`]);
    expect(await awaitingSignInItem.get()).toBe(type === 'signIn');
  });
});

it('refreshPage loads pages anew in which no script can live, by their address, and reads', async () => {
  const url = `${origin}/app/chats`;
  const [alive, dead, entered] = [
    tabs.open(new FakePage({ kind: 'app', route: null })),
    tabs.open(new FakePage({ kind: 'other' }, { script: false, enterable: false }), { url }),
    tabs.open(new FakePage({ kind: 'app', route: null }, { script: false })),
  ];
  await fail('updated');
  const set = vi.spyOn(problemItem, 'set');
  await plain('refreshPage');
  expect(set.mock.calls[0]).toEqual([null]);
  expect([alive.id, dead.id, entered.id]).toEqual([7, 8, 9]);
  expect(tabs.log).toEqual(['go 8 /app/chats', 'enter 9 dashboard.js', 'open 10 /app/', 'close 10']);
});

describe('dismiss', () => {
  const shown = async () => {
    const { notice } = shownOf(await loadDesk());
    return notice && noticeId(notice);
  };
  const dismiss = async (notice?: string) => ask({ type: 'dismiss', notice: notice ?? (await shown()) ?? 'done x' });
  const change = async (): Promise<Change> => ({
    from: await markOfToken(next),
    to: await markOfToken(token),
    lastSeenAt: noon - 9,
    noticedAt: noon,
  });
  const changed = async () => {
    await knowAccount();
    const accounts = await accountsItem.get();
    const [account] = Object.values(accounts.byKey);
    if (account) accounts.byKey[key] = { ...account, change: await change() };
    await accountsItem.set(accounts);
  };
  const setAside = () => fakeBrowser.storage.local.set({ 'paths.aside': ['x'] });
  const aside = async () => Object.keys(await fakeBrowser.storage.local.get()).filter((each) => each.includes('aside'));

  it('of an outcome marks those of its account as seen, and no other one', async () => {
    await knowAccount();
    const mark = await markOfToken(token);
    const settled = settledIntent({ account: key, outcome: { kind: 'done', mark } });
    await ledgerItem.set([settledIntent({ account: 'another' }), settled]);
    await changed();
    await setAside();
    await dismiss();
    expect((await ledgerItem.get()).map(({ seen }) => seen)).toEqual([false, true]);
    // What was not said yet stays to be said.
    expect([(await accountsItem.get()).byKey[key]?.change, await aside()]).toEqual([await change(), ['paths.aside']]);
  });

  it('of what was read dismisses nothing that came after it, however often it is asked', async () => {
    await knowAccount();
    const mark = await markOfToken(token);
    const settled = settledIntent({ account: key, outcome: { kind: 'done', mark } });
    await ledgerItem.set([settled]);
    await changed();
    const read = (await shown()) ?? '';
    await dismiss(read);
    await dismiss(read);
    expect(read).toBe(`done ${settled.id}`);
    expect((await accountsItem.get()).byKey[key]?.change).toEqual(await change());
    expect(await shown()).toBe(`changedElsewhere ${noon}`);
  });

  it('leaves an open intent as it is', async () => {
    await knowAccount();
    const intent = await openIntent(fired);
    await dismiss();
    expect(await lastIntent()).toEqual(intent);
  });

  it('of a change by others forgets that change, and nothing that was set aside', async () => {
    await changed();
    await setAside();
    await ledgerItem.set([settledIntent({ account: 'another' })]);
    const before = await accountsItem.get();
    await dismiss();
    const after = await accountsItem.get();
    expect(after).toEqual({ ...before, byKey: { [key]: { ...before.byKey[key], change: null } } });
    expect([await aside(), (await lastIntent())?.seen]).toEqual([['paths.aside'], false]);
  });

  it('of a change waits for whoever writes accounts just now', async () => {
    await changed();
    let release: () => void = () => undefined;
    const held = withLock('accounts', () => new Promise<void>((resolve) => (release = resolve)));
    const dismissed = dismiss();
    await rest();
    expect((await accountsItem.get()).byKey[key]?.change).toEqual(await change());
    release();
    await Promise.all([held, dismissed]);
    expect((await accountsItem.get()).byKey[key]?.change).toBeNull();
  });

  it('of a change leaves another one that is noticed while it waits', async () => {
    await changed();
    const newer = { ...(await change()), noticedAt: noon + 1 };
    let release: () => void = () => undefined;
    const held = withLock('accounts', async () => {
      await new Promise<void>((resolve) => (release = resolve));
      const accounts = await accountsItem.get();
      const [account] = Object.values(accounts.byKey);
      if (account) await accountsItem.set({ ...accounts, byKey: { [key]: { ...account, change: newer } } });
    });
    const dismissed = dismiss();
    await rest();
    release();
    await Promise.all([held, dismissed]);
    expect((await accountsItem.get()).byKey[key]?.change).toEqual(newer);
  });

  it('of a change that is gone by then changes nothing', async () => {
    await changed();
    const get = vi.spyOn(accountsItem, 'get');
    get.mockImplementation(async () => ({ current: null, byKey: {} }));
    const set = vi.spyOn(accountsItem, 'set');
    await dismiss();
    expect(set).not.toHaveBeenCalled();
  });

  it('of what became of the clipboard forgets that', async () => {
    await knowAccount();
    await items.clearingNoteItem.set({ what: 'left', at: noon });
    await setAside();
    await dismiss();
    expect([await items.clearingNoteItem.get(), await aside()]).toEqual([null, ['paths.aside']]);
  });

  it('of what was set aside keeps it, out of sight', async () => {
    await setAside();
    await ledgerItem.set([settledIntent({ account: 'another' })]);
    await dismiss();
    expect([await aside(), (await lastIntent())?.seen]).toEqual([['paths.aside.seen'], false]);
  });
});

describe('a worker that starts again', () => {
  it.each<[string, number | null, number]>([
    ['a read that was under way is taken up', noon - readingResumeLimit + 1, 1],
    ['one from long ago is forgotten', noon - readingResumeLimit, 0],
    ['without one nothing is read', null, 0],
  ])('%s', async (_, startedAt, reads) => {
    if (startedAt !== null) await readingItem.set({ step: 'finding', startedAt });
    await through(takeUp());
    expect([opened().length, await readingItem.get()]).toEqual([reads, null]);
  });

  it('ends checks that it left behind before anything else is done', async () => {
    await items.checksItem.set({ [key]: { askedAt: noon - 9, last: noon - 9, result: null } });
    await through(takeUp());
    expect(await items.checksItem.get()).toEqual({ [key]: { askedAt: null, last: noon - 9, result: null } });
  });

  it('brings the open intent to its end also where that fails', async () => {
    await openIntent({ tab: null, document: null });
    vi.spyOn(items.checksItem, 'get').mockRejectedValue(new Error('quota'));
    await through(takeUp());
    expect(await lastIntent()).toMatchObject({ stage: 'settled' });
  });

  it('brings everything in step, sets alarms again, and syncs', async () => {
    await knowAccount();
    await ledgerItem.set([settledIntent({ account: key })]);
    await items.pendingClearItem.set({ armedAt: noon, deadline: noon + 60_000, ...(await clipOf(token)) });
    await items.syncItem.set(true);
    await through(takeUp());
    await vi.advanceTimersByTimeAsync(0);
    expect(await items.historyItem.get()).toMatchObject([{ account: key, event: { kind: 'regenerated' } }]);
    expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name).sort()).toEqual([clearingAlarm, reminderAlarm]);
    expect(await items.syncReportItem.get()).toMatchObject({ failed: false });
    await items.pendingClearItem.set(null);
    await rest();
  });

  it('asks about a token that was replaced, where its former life had no answer', async () => {
    const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 401 }));
    await knowAccount();
    await items.secretsItem.set({ [key]: { token } });
    await listPlaces();
    await operated(next);
    await followRotations();
    await items.widgetIdsItem.set({ [key]: newWidgetId() });
    await through(takeUp());
    await rest();
    expect(asked.mock.calls.map(([, init]) => new Headers(init?.headers).get('x-api-key'))).toEqual([token]);
    expect((await rotationOf())?.proofs).toMatchObject([{ which: 'old', verdict: { kind: 'refused' } }]);
  });

  it('writes nothing where there is nothing to take up', async () => {
    const set = vi.spyOn(readingItem, 'set');
    await takeUp();
    expect(set).not.toHaveBeenCalled();
  });

  it('brings the open intent to its end first', async () => {
    await openIntent({ tab: null, document: null });
    await readingItem.set({ step: 'opening', startedAt: noon });
    tabs.serve = () => {
      void lastIntent().then((intent) => expect(intent?.stage).toBe('settled'));
      return showing(token);
    };
    await through(takeUp());
    expect(opened()).toHaveLength(1);
  });

  it('leaves an intent in doubt to the person, and needs no alarm for it', async () => {
    const intent = await openIntent({ ...fired, doubt: 'signedOut' });
    fakeBrowser.alarms.create(recoveryAlarm, { delayInMinutes: 1 });
    await through(takeUp());
    expect([await lastIntent(), await fakeBrowser.alarms.getAll(), tabs.log]).toEqual([intent, [], []]);
  });
});

it('a page is waited for within its limits also for the person', async () => {
  await fail('unreadable');
  tabs.serve = () => new FakePage({ kind: 'app', route: null });
  const started = Date.now();
  await plain('showPage');
  expect(Date.now() - started).toBeLessThan(settleLimit + 2_000);
});
