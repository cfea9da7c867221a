// @vitest-environment node
/** Reading afresh, in a tab of ours that goes again; and looking at what is open without opening anything. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptySteadyFor } from '../../../../lib/coordinator/limits.ts';
import {
  cancelReading,
  reachInOwnTab,
  readAfresh,
  refresh,
  reportProblem,
  tokenPageUrl,
} from '../../../../lib/coordinator/read.ts';
import { appUrl } from '../../../../lib/dashboard/urls.ts';
import {
  accountsItem,
  ownTabsItem,
  pathsItem,
  problemItem,
  readingItem,
  secretsItem,
} from '../../../../lib/state/items.ts';
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
import { noon } from '../support/stored.ts';

let tabs: FakeTabs;
beforeEach(() => {
  const background = startBackground();
  tabs = background.tabs;
  return background.end;
});

const path = '/app/account/api-token';
const read = () => through(readAfresh());
/** The remembered way leads to `shown`; any other to the app, whose menu does not lead on. */
const serve = (shown: () => FakePage, at = path) => {
  tabs.serve = (url) => (url === origin + at ? shown() : new FakePage({ kind: 'app', route: null }));
};
const broken = () => new FakePage({ kind: 'error' });
const lost = { reason: null, report: null, at: noon };

describe('a read', () => {
  it('is of a page loaded for it, in a tab of ours that is closed again', async () => {
    tabs.serve = () => showing(token);
    const reached = await read();
    expect(reached).toMatchObject({ ok: true, observation: { page: { kind: 'token', token } } });
    expect(tabs.log).toEqual(['open 7 /app/', 'close 7']);
    expect([await secretsItem.get(), await ownTabsItem.get(), await readingItem.get()]).toEqual([
      { [key]: { token } },
      [],
      null,
    ]);
  });

  it('says while it is under way how far it is', async () => {
    const menu = new FakePage({ kind: 'app', route: 'apiToken' });
    menu.onWalk = () => setTimeout(() => Object.assign(menu, { shows: showing(token).shows }), 2_000);
    tabs.serve = () => menu;
    const set = vi.spyOn(readingItem, 'set');
    await read();
    expect(set.mock.calls).toEqual([
      [{ step: 'opening', startedAt: noon }],
      [{ step: 'finding', startedAt: noon }],
      [null],
    ]);
  });

  it('is shared by all who ask at once, and made anew for who asks later', async () => {
    tabs.serve = () => showing(token);
    const [first, second] = [readAfresh(), readAfresh()];
    expect(second).toBe(first);
    await through(first);
    await read();
    expect(tabs.log.filter((each) => each.startsWith('open'))).toHaveLength(2);
  });

  it('goes on after one that failed', async () => {
    vi.spyOn(pathsItem, 'get').mockRejectedValueOnce(new Error('quota'));
    await expect(read()).rejects.toThrow('quota');
    expect(await readingItem.get()).toBeNull();
    tabs.serve = () => showing(token);
    expect((await read()).ok).toBe(true);
  });

  it('is none without access, and opens nothing then', async () => {
    tabs.granted = false;
    expect(await read()).toMatchObject({ ok: false, problem: { failure: 'noAccess' } });
    expect(tabs.log).toEqual([]);
    expect(await problemItem.get()).toEqual({ failure: 'noAccess', ...lost });
  });

  it('is none where the browser has no window for it', async () => {
    tabs.hasWindow = false;
    expect(await read()).toMatchObject({ ok: false, problem: { failure: 'timedOut' } });
    expect(await problemItem.get()).toEqual({ failure: 'timedOut', ...lost });
  });

  it('that fails says why, keeps what is known, and closes its tab', async () => {
    await knowAccount();
    tabs.serve = () => new FakePage({ kind: 'unreadable', reason: 'hidden', report: 'p' });
    await read();
    expect(await problemItem.get()).toMatchObject({ failure: 'unreadable', reason: 'hidden', report: 'p' });
    expect((await accountsItem.get()).current).toBe(key);
    expect([tabs.log.at(-1), await ownTabsItem.get()]).toEqual(['close 7', []]);
  });

  it('is called off, and says no more how far it is', async () => {
    tabs.serve = () => new FakePage({ kind: 'other' });
    const reading = readAfresh();
    await vi.advanceTimersByTimeAsync(600);
    await cancelReading();
    expect(await readingItem.get()).toBeNull();
    expect(await through(reading)).toMatchObject({ ok: false, problem: { failure: 'cancelled' } });
    expect([await readingItem.get(), tabs.log.at(-1)]).toEqual([null, 'close 7']);
    tabs.serve = () => showing(token);
    expect((await read()).ok).toBe(true);
  });

  it('that was called off shows no step any more', async () => {
    const menu = new FakePage({ kind: 'app', route: 'apiToken' });
    tabs.serve = () => menu;
    const reading = readAfresh();
    await cancelReading();
    const set = vi.spyOn(readingItem, 'set');
    await through(reading);
    expect(set.mock.calls).toEqual([[null]]);
  });
});

describe('a problem', () => {
  it.each<[string, 'cancelled' | 'offline', boolean, boolean]>([
    ['is kept', 'offline', true, true],
    ['is kept where nothing is known', 'offline', false, true],
    ['that is a cancelled read matters where nothing is known', 'cancelled', false, true],
    ['that is a cancelled read matters no more where an account is known', 'cancelled', true, false],
  ])('%s', async (_, failure, known, kept) => {
    if (known) await knowAccount();
    await reportProblem({ failure, reason: null, report: null });
    expect(await problemItem.get()).toEqual(kept ? { failure, ...lost } : null);
  });
});

describe('the way to the token page', () => {
  it('is the app’s start page at first', async () => {
    expect(await tokenPageUrl()).toBe(appUrl);
  });

  it('is remembered once it was found, and taken then', async () => {
    const menu = new FakePage({ kind: 'app', route: 'apiToken' });
    tabs.serve = (_, tab) => {
      menu.onWalk = () => Object.assign(tabs.tabs.get(tab) ?? {}, { url: origin + path, page: showing(token) });
      return menu;
    };
    await read();
    expect([await pathsItem.get(), await tokenPageUrl()]).toEqual([{ [origin]: path }, origin + path]);
    serve(() => showing(token));
    tabs.log.length = 0;
    await read();
    expect(tabs.log).toEqual([`open 8 ${path}`, 'close 8']);
  });

  it('is not remembered where the tab is gone by then, or where nothing was found', async () => {
    tabs.serve = (_, tab) => {
      tabs.tabs.delete(tab);
      return showing(token);
    };
    await read();
    serve(broken);
    await read();
    expect(await pathsItem.get()).toEqual({});
  });

  it.each<[string, () => FakePage]>([
    ['an error page', broken],
    ['a page that cannot be read', () => new FakePage({ kind: 'unreadable', reason: 'noToken', report: '' })],
    ['a page that never shows anything', () => new FakePage({ kind: 'other' }, { script: false, enterable: false })],
  ])('is forgotten where it leads to %s, and the menu is tried', async (_, shown) => {
    await pathsItem.set({ [origin]: path, 'https://x.example': '/x' });
    serve(shown);
    const former = tabs.serve;
    tabs.serve = (url, tab) => {
      const page = url === appUrl ? showing(token) : former(url, tab);
      // Only a page that never loads is one that may be lost; what the browser shows itself is offline.
      if (url !== appUrl && !page.script)
        setTimeout(() => Object.assign(tabs.tabs.get(tab) ?? {}, { status: 'loading' }));
      return page;
    };
    expect((await read()).ok).toBe(true);
    expect(tabs.log).toEqual([`open 7 ${path}`, 'close 7', 'open 8 /app/', 'close 8']);
    expect(await pathsItem.get()).toEqual({ [origin]: '/app/', 'https://x.example': '/x' });
  });

  it.each<[string, () => FakePage]>([
    ['a sign-in', () => new FakePage({ kind: 'signedOut' })],
    ['somebody else’s page', () => new FakePage({ kind: 'app', route: null })],
  ])('is forgotten where it leads to %s, which it may do each time, and no other is tried now', async (_, shown) => {
    await pathsItem.set({ [origin]: path });
    serve(shown);
    expect((await read()).ok).toBe(false);
    expect(await pathsItem.get()).toEqual({});
    expect(tabs.log).toEqual([`open 7 ${path}`, 'close 7']);
  });

  it('is kept where the dashboard is not reached at all', async () => {
    await pathsItem.set({ [origin]: path });
    const isOffline = () => new FakePage({ kind: 'other' }, { script: false, enterable: false });
    serve(isOffline);
    expect(await read()).toMatchObject({ ok: false, problem: { failure: 'offline' } });
    expect(await pathsItem.get()).toEqual({ [origin]: path });
  });

  it('is looked for once, not for ever', async () => {
    await pathsItem.set({ [origin]: path });
    tabs.serve = broken;
    expect(await read()).toMatchObject({ ok: false, problem: { failure: 'pageError' } });
    expect(tabs.log).toEqual([`open 7 ${path}`, 'close 7', 'open 8 /app/', 'close 8']);
    expect(await pathsItem.get()).toEqual({});
  });

  it('is left open for who asked for the tab', async () => {
    tabs.serve = () => showing(token);
    const { tab } = await through(reachInOwnTab(() => undefined, new AbortController().signal));
    expect([tab, tabs.log, await ownTabsItem.get()]).toEqual([7, ['open 7 /app/'], [7]]);
  });
});

describe('a refresh', () => {
  it('looks at the token pages that are open, and opens nothing', async () => {
    tabs.open(new FakePage({ kind: 'app', route: null }));
    tabs.open(Object.assign(showing(token), { script: false }));
    expect(await through(refresh())).toBe(true);
    expect(await secretsItem.get()).toEqual({ [key]: { token } });
    expect(tabs.log).toEqual(['enter 8 dashboard.js']);
  });

  it('takes what is newest, in whatever tab that is', async () => {
    for (const [shown, asOf] of [
      [next, noon - 10],
      [token, noon - 20],
    ] as const)
      tabs.open(Object.assign(showing(shown), { asOf }));
    await knowAccount();
    expect(await refresh()).toBe(true);
    expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
    const { change } = (await accountsItem.get()).byKey[key] ?? {};
    expect(change).toMatchObject({ lastSeenAt: noon - 20 });
  });

  const gone = async () => (await accountsItem.get()).byKey[key]?.mark === null;
  const deleting = { kind: 'delete', stage: 'fired', step: 'watching', firedAt: noon, tab: null } as const;

  it('believes that there is no token once the page has said so for a while', async () => {
    await knowAccount();
    await openIntent(deleting);
    tabs.open(showing(null));
    const refreshed = refresh();
    await vi.advanceTimersByTimeAsync(emptySteadyFor - 1);
    expect([await gone(), (await lastIntent())?.stage]).toEqual([false, 'fired']);
    expect(await through(refreshed)).toBe(true);
    expect([await gone(), (await lastIntent())?.outcome?.kind]).toEqual([true, 'done']);
  });

  it.each<[string, (page: FakePage, tab: { page: FakePage }) => void, boolean]>([
    ['draws its token late', (page) => Object.assign(page, { shows: showing(token).shows }), true],
    ['says so anew meanwhile', (page) => Object.assign(page, { asOf: Date.now() + 1 }), false],
    ['turns out to be another', (page) => Object.assign(page, { shows: { kind: 'app', route: null } }), false],
    ['is followed by another without one', (_, tab) => Object.assign(tab, { page: showing(null) }), false],
    ['does not answer any more', (page) => Object.assign(page, { script: false }), false],
  ])('takes no page for one without a token that %s', async (_, happens, seen) => {
    await knowAccount();
    await openIntent(deleting);
    const page = showing(null);
    const tab = tabs.open(page);
    const refreshed = refresh();
    setTimeout(() => happens(page, tab), emptySteadyFor - 1);
    expect(await through(refreshed)).toBe(seen);
    expect([await gone(), (await lastIntent())?.stage]).toEqual([false, 'fired']);
    expect(await secretsItem.get()).toEqual(seen ? { [key]: { token } } : {});
  });

  it.each<[string, () => void]>([
    ['no token page is open', () => tabs.open(new FakePage({ kind: 'app', route: 'apiToken' }))],
    ['nobody answers', () => tabs.open(Object.assign(showing(token), { held: true }))],
    ['it has no access', () => Object.assign(tabs, { granted: false }).open(showing(token))],
  ])('has seen nothing where %s', async (_, happens) => {
    happens();
    expect(await through(refresh())).toBe(false);
    expect(await secretsItem.get()).toEqual({});
  });
});

it('what settles an intent closes the tab that worked on it, where that is ours', async () => {
  await knowAccount();
  const [own, person] = [tabs.open(showing(token)), tabs.open(showing(token))];
  await ownTabsItem.set([own.id]);
  tabs.serve = () => showing(next);
  for (const { id } of [own, person]) {
    await openIntent({ stage: 'fired', step: 'watching', firedAt: noon - 10, doubt: 'offline', tab: id });
    await through(readAfresh());
    expect((await lastIntent())?.outcome?.kind).toBe('done');
    await knowAccount();
  }
  expect([...tabs.tabs.keys()]).toEqual([person.id]);
});
