// @vitest-environment node
/** Our tabs are closed, the person's are not; and what a page answers, or does not, is told apart. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openedLimit, openedLostAfter, replyLimit } from '../../../../lib/coordinator/limits.ts';
import {
  closeNewSince,
  closeOrphans,
  closeOwnTab,
  closeReplaced,
  command,
  dashboardTabs,
  giveAway,
  look,
  navigate,
  openForPerson,
  openOwnTab,
  recall,
  showTab,
  tabState,
  tabsBeforeLost,
} from '../../../../lib/coordinator/tabs.ts';
import { appUrl, signInUrl } from '../../../../lib/dashboard/urls.ts';
import { walkReplySchema } from '../../../../lib/messages/reports.ts';
import { newId } from '../../../../lib/new-id.ts';
import { ownTabsItem, tabsBeforeItem } from '../../../../lib/state/items.ts';
import { showing, startBackground, token } from '../support/background.ts';
import { through } from '../support/clock.ts';
import type { FakeTab, FakeTabs } from '../support/fake-tabs.ts';
import { noon } from '../support/stored.ts';

let tabs: FakeTabs;
beforeEach(() => {
  const background = startBackground();
  tabs = background.tabs;
  return background.end;
});
const openTab = (changes: Partial<FakeTab> = {}) => tabs.open(showing(token), changes).id;

describe('the dashboard’s tabs', () => {
  it('are those that are loaded, the one people look at first', async () => {
    const [first, second, third] = [openTab(), openTab({ active: true }), openTab()];
    openTab({ discarded: true });
    openTab({ url: undefined });
    expect(await dashboardTabs()).toEqual([second, first, third].map((id) => ({ id, url: appUrl })));
  });

  it('are none that nobody can speak to', async () => {
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ url: appUrl }, { id: 9 }] as never);
    expect(await dashboardTabs()).toEqual([{ id: 9, url: '' }]);
  });
});

describe('a tab of ours', () => {
  it('is opened out of sight, and known as ours', async () => {
    const [first, second] = [await openOwnTab(appUrl), await openOwnTab(signInUrl)];
    expect(tabs.log).toEqual([`open ${first} /app/`, `open ${second} /signin`]);
    expect(await ownTabsItem.get()).toEqual([first, second]);
  });

  it('is none where the browser has no window for it', async () => {
    tabs.hasWindow = false;
    expect([await openOwnTab(appUrl), await openForPerson(appUrl)]).toEqual([null, null]);
    tabs.hasWindow = true;
    vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    expect([await openOwnTab(appUrl), await openForPerson(appUrl)]).toEqual([null, null]);
    expect(await ownTabsItem.get()).toEqual([]);
  });

  it.each<[string, (id: number) => unknown, boolean]>([
    ['closed', () => undefined, true],
    [
      'left alone while the person looks at it',
      (id) => Object.assign(tabs.tabs.get(id) ?? {}, { active: true }),
      false,
    ],
    ['left alone once it is given away', (id) => giveAway(id), false],
    ['forgotten where the person has closed it', (id) => tabs.tabs.delete(id), false],
  ])('is %s', async (_, happens, closed) => {
    const [id, other] = [(await openOwnTab(appUrl)) ?? 0, await openOwnTab(appUrl)];
    await happens(id);
    await closeOwnTab(id);
    expect(tabs.log.includes(`close ${id}`)).toBe(closed);
    expect(await ownTabsItem.get()).toEqual([other]);
  });

  it('is forgotten after it was closed, not before: who dies in between closes it next time', async () => {
    const id = (await openOwnTab(appUrl)) ?? 0;
    const remove = vi.spyOn(fakeBrowser.tabs, 'remove').mockImplementation(async () => {
      expect(await ownTabsItem.get()).toEqual([id]);
      throw new Error('Tabs cannot be edited right now');
    });
    await closeOwnTab(id);
    expect(remove).toHaveBeenCalledExactlyOnceWith(id);
    expect(await ownTabsItem.get()).toEqual([]);
  });

  it('is let be where the browser never says that it is closed', async () => {
    const id = (await openOwnTab(appUrl)) ?? 0;
    vi.spyOn(fakeBrowser.tabs, 'remove').mockReturnValue(new Promise<void>(() => undefined) as never);
    vi.useFakeTimers();
    const closed = closeOwnTab(id).finally(() => vi.useRealTimers());
    await vi.advanceTimersByTimeAsync(replyLimit);
    await closed;
    expect(await ownTabsItem.get()).toEqual([]);
  });

  it('is not the one that the person opened', async () => {
    const ids = [openTab(), await openForPerson(appUrl)];
    for (const id of ids) await closeOwnTab(id ?? 0);
    expect([...tabs.tabs.keys()]).toEqual(ids);
    expect(tabs.log).toEqual([`show new ${ids[1]} /app/`]);
  });

  it('is closed when its worker is gone, but for the one that is at work', async () => {
    const person = openTab();
    const [first, kept, last] = [await openOwnTab(appUrl), await openOwnTab(appUrl), await openOwnTab(appUrl)];
    await closeOrphans(kept);
    expect([...tabs.tabs.keys()]).toEqual([person, kept]);
    expect(tabs.log.slice(3)).toEqual([`close ${first}`, `close ${last}`]);
    await closeOrphans(null);
    expect([...tabs.tabs.keys()]).toEqual([person]);
  });

  it('is closed where another takes its place, unless the person is looking at that', async () => {
    const own = await openOwnTab(appUrl);
    const others = [openTab(), openTab({ active: true })];
    await closeReplaced(others[0] ?? 0, own ?? 0);
    expect([tabs.tabs.has(others[0] ?? 0), await ownTabsItem.get()]).toEqual([false, []]);
    await ownTabsItem.set([own ?? 0]);
    await closeReplaced(others[1] ?? 0, own ?? 0);
    expect([tabs.tabs.has(others[1] ?? 0), await ownTabsItem.get()]).toEqual([true, []]);
  });

  it('is none that takes the place of the person’s', async () => {
    const [own, former, added] = [await openOwnTab(appUrl), openTab(), openTab()];
    await closeReplaced(added, former);
    expect([tabs.tabs.has(added), await ownTabsItem.get()]).toEqual([true, [own]]);
  });

  describe('that was being opened when its worker died', () => {
    const others = () => [openTab(), openTab({ url: undefined })];
    /** What a life of the worker leaves that ended while it was opening a tab. */
    const dying = async (before: number[], changes: Partial<FakeTab> = {}) => {
      await tabsBeforeItem.set({ ids: before, at: noon });
      return openTab(changes);
    };
    const closed = async () => {
      const lost = await tabsBeforeLost();
      if (lost) await through(closeNewSince(lost));
    };

    it('is closed, and no other', async () => {
      const before = others();
      await dying(before);
      await closed();
      expect([[...tabs.tabs.keys()], await ownTabsItem.get(), await tabsBeforeItem.get()]).toEqual([before, [], null]);
    });

    it('is closed beside one that the person has opened and looks at', async () => {
      const before = others();
      const seen = openTab({ active: true });
      await dying(before);
      await closed();
      expect([...tabs.tabs.keys()]).toEqual([...before, seen]);
    });

    it('is closed once it shows where it goes', async () => {
      const before = others();
      const tab = await dying(before, { url: undefined });
      setTimeout(() => Object.assign(tabs.tabs.get(tab) ?? {}, { url: appUrl }), openedLimit / 2);
      await closed();
      expect([...tabs.tabs.keys()]).toEqual(before);
    });

    it.each<[string, () => void]>([
      ['that the person is looking at', () => openTab({ active: true })],
      ['that is on another page', () => openTab({ url: undefined })],
      ['of several that are new', () => [openTab(), openTab()]],
    ])('is none %s', async (_, happens) => {
      await tabsBeforeItem.set({ ids: others(), at: noon });
      happens();
      const all = [...tabs.tabs.keys()];
      await closed();
      expect([[...tabs.tabs.keys()], await tabsBeforeItem.get()]).toEqual([all, null]);
    });

    it('is told from one that this life opens meanwhile', async () => {
      await tabsBeforeItem.set({ ids: others(), at: noon });
      const lost = await tabsBeforeLost();
      const over = closeNewSince(lost ?? []);
      const own = await openOwnTab(appUrl);
      await through(over);
      expect([tabs.tabs.has(own ?? 0), await ownTabsItem.get()]).toEqual([true, [own]]);
    });

    it('has been noted before it is there, and is no more once it is known', async () => {
      const before = others();
      const create = fakeBrowser.tabs.create.bind(fakeBrowser.tabs);
      const noted: unknown[] = [];
      vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(async (tab) => {
        noted.push(await tabsBeforeItem.get());
        return create(tab);
      });
      await openOwnTab(appUrl);
      expect([noted, await tabsBeforeItem.get()]).toEqual([[{ ids: before, at: noon }], null]);
    });

    it('is nobody’s to close long after', async () => {
      const tab = await dying(others());
      vi.setSystemTime(noon + openedLostAfter);
      await closed();
      expect(tabs.tabs.has(tab)).toBe(true);
    });

    it('has nobody looked for where none was', async () => {
      const tab = openTab();
      await closed();
      expect([tabs.tabs.has(tab), tabs.log]).toEqual([true, []]);
    });
  });

  it('is remembered whichever of several is opened or given away at once', async () => {
    const ids = await Promise.all([openOwnTab(appUrl), openOwnTab(appUrl), openOwnTab(appUrl)]);
    expect(await ownTabsItem.get()).toEqual(ids);
    await Promise.all([giveAway(ids[0] ?? 0), giveAway(ids[2] ?? 0)]);
    expect(await ownTabsItem.get()).toEqual([ids[1]]);
  });
});

describe('a tab for the person', () => {
  it.each<[string, Partial<FakeTab>, string[]]>([
    ['with its window', { windowId: 4 }, ['show 7', 'front 4']],
    ['without one', { windowId: undefined }, ['show 7']],
  ])('comes to the front, %s', async (_, changes, log) => {
    expect(await showTab(openTab(changes))).toBe(true);
    expect(tabs.log).toEqual(log);
    expect(tabs.tabs.get(7)?.active).toBe(true);
  });

  it('cannot be shown or led anywhere once it is gone', async () => {
    expect([await showTab(99), await navigate(99, appUrl)]).toEqual([false, false]);
  });

  it('goes to an address', async () => {
    expect(await navigate(openTab(), signInUrl)).toBe(true);
    expect(tabs.tabs.get(7)?.url).toBe(signInUrl);
  });
});

describe('where a tab stands', () => {
  it.each<[Partial<FakeTab>, unknown]>([
    [{}, { where: 'dashboard', url: appUrl, loaded: true }],
    [{ status: 'loading' }, { where: 'dashboard', url: appUrl, loaded: false }],
    [{ discarded: true }, { where: 'dashboard', url: appUrl, loaded: false }],
    [{ url: undefined }, { where: 'elsewhere', url: null, loaded: true }],
    [
      { url: 'https://www.snapengage.com.evil.example/' },
      { where: 'elsewhere', url: 'https://www.snapengage.com.evil.example/', loaded: true },
    ],
  ])('%o', async (changes, state) => {
    expect(await tabState(openTab(changes))).toEqual(state);
  });

  it('is nowhere where it is gone', async () => {
    expect(await tabState(99)).toEqual({ where: 'gone', url: null, loaded: true });
  });
});

describe('a page', () => {
  it('says what it shows, in the top frame', async () => {
    const page = showing(token);
    expect(await look(tabs.open(page).id)).toEqual(page.observation());
    expect(page.heard).toEqual([{ type: 'look' }]);
  });

  it.each<[string, (page: ReturnType<typeof showing>) => unknown, number]>([
    ['no script of ours is in it', (page) => Object.assign(page, { script: false }), 0],
    ['a dialog holds it', (page) => Object.assign(page, { held: true }), replyLimit],
    ['what it says is nothing we know', (page) => vi.spyOn(page, 'answer').mockReturnValue({ walked: 'yes' }), 0],
  ])('says nothing where %s', async (_, happens, after) => {
    const page = showing(token);
    happens(page);
    const started = Date.now();
    const walk = { type: 'walk', document: page.document } as const;
    expect(await through(command(tabs.open(page).id, walk, walkReplySchema))).toBeNull();
    expect(Date.now() - started).toBe(after);
  });

  it.each<[string, (page: ReturnType<typeof showing>, intent: string) => unknown, unknown]>([
    [
      'how far it is with an intent',
      (page, intent) => page.progress.set(intent, { kind: 'pressed', changed: false, answered: true }),
      { progress: { kind: 'pressed', changed: false, answered: true } },
    ],
    ['that it never heard of it', () => undefined, { progress: { kind: 'unknown' } }],
    ['nothing, with nobody there', (page) => Object.assign(page, { script: false }), 'gone'],
    ['nothing that we know', (page) => vi.spyOn(page, 'answer').mockReturnValue({}), 'gone'],
    ['nothing, with somebody there', (page) => Object.assign(page, { held: true }), 'silent'],
  ])('asked for an intent says %s', async (_, happens, answer) => {
    const [page, intent] = [showing(token), newId()];
    happens(page, intent);
    const said = await through(recall(tabs.open(page).id, intent));
    expect(said).toEqual(
      typeof answer === 'string' ? answer : { ...(answer as object), observation: page.observation() },
    );
  });
});
