/** A browser with tabs, for the background's tests: what WXT's fake browser leaves out of tabs, scripts and access. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { appUrl, dashboardOrigin, dashboardPattern } from '../../../../lib/dashboard/urls.ts';
import type { Command } from '../../../../lib/messages/commands.ts';
import { FakePage } from './fake-page.ts';

export interface FakeTab {
  id: number;
  /** Undefined: the tab is on a page whose address is not told to us. */
  url: string | undefined;
  active: boolean;
  windowId: number | undefined;
  status: 'loading' | 'complete';
  discarded: boolean;
  page: FakePage;
}

type Asked = Partial<Record<'origins' | 'permissions' | 'data_collection', string[]>>;

/** Addresses are shown to an extension where it has access, and nowhere else. */
const shownUrl = (url: string) => (url.startsWith(`${dashboardOrigin}/`) ? url : undefined);
const gone = () => Promise.reject(new Error('No tab with this id'));
const nobody = () => Promise.reject(new Error('Receiving end does not exist'));
const never = new Promise<never>(() => undefined);

export class FakeTabs {
  readonly tabs = new Map<number, FakeTab>();
  /** What was done to tabs, in order: `open 1 /app/`, `go 1 /app/`, `close 1`, `show 1`, `enter 1 operate.js`, `front 5`. */
  readonly log: string[] = [];
  /** The page that an address leads to. */
  serve: (url: string, tab: number) => FakePage = () => new FakePage({ kind: 'app', route: null });
  granted = true;
  /** The optional permissions that were given, consents to what is sent among them. */
  readonly allowed = new Set<string>();
  /** The browser has a window for a new tab. */
  hasWindow = true;
  /** A tab stays where it is, as one that a dialog holds. */
  stays = false;
  private lastId = 6;

  /** A tab that the person has open. */
  open(page: FakePage, changes: Partial<FakeTab> = {}): FakeTab {
    this.lastId += 1;
    const tab: FakeTab = {
      id: this.lastId,
      url: appUrl,
      active: false,
      windowId: 5,
      status: 'complete',
      discarded: false,
      page,
      ...changes,
    };
    this.tabs.set(tab.id, tab);
    return tab;
  }

  /** `tab` goes to `url`, where another document is. */
  go(tab: FakeTab, url: string): void {
    tab.page = this.serve(url, tab.id);
    tab.url = shownUrl(url);
  }

  pageOf(id: number): FakePage | undefined {
    return this.tabs.get(id)?.page;
  }

  private readonly api = {
    query: async ({ url, ...wanted }: { url?: string; discarded?: boolean; active?: boolean }) =>
      [...this.tabs.values()].filter(
        (tab) =>
          (url === undefined || (url === dashboardPattern && tab.url !== undefined)) &&
          Object.entries(wanted).every(([name, value]) => tab[name as keyof typeof wanted] === value),
      ),
    create: async ({ url, active }: { url: string; active: boolean }) => {
      if (!this.hasWindow) throw new Error('No current window');
      const tab = this.open(new FakePage({ kind: 'other' }), { active });
      this.log.push(`${active ? 'show new' : 'open'} ${tab.id} ${url.replace(dashboardOrigin, '')}`);
      this.go(tab, url);
      return { ...tab };
    },
    get: async (id: number) => ({ ...(this.tabs.get(id) ?? (await gone())) }),
    update: async (id: number, { url, active }: { url?: string; active?: boolean }) => {
      const tab = this.tabs.get(id) ?? (await gone());
      if (active) tab.active = active;
      this.log.push(url ? `go ${id} ${url.replace(dashboardOrigin, '')}` : `show ${id}`);
      if (url && !this.stays) this.go(tab, url);
      return { ...tab };
    },
    remove: async (id: number) => {
      if (!this.tabs.delete(id)) await gone();
      this.log.push(`close ${id}`);
    },
    sendMessage: async (id: number, message: Command, { frameId }: { frameId: number }) => {
      const page = this.pageOf(id);
      if (!page?.script || frameId !== 0) return nobody();
      return page.held ? never : structuredClone(page.answer(message));
    },
  };

  private readonly scripting = {
    executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
      const page = this.pageOf(target.tabId) ?? (await gone());
      if (page.held) return never;
      if (!page.enterable) return nobody();
      this.log.push(`enter ${target.tabId} ${files}`);
      if (files[0] === 'dashboard.js') page.script = true;
      if (files[0] === 'operate.js') page.driven = true;
      return [];
    },
  };

  private readonly listeners = new Set<() => void>();
  private readonly permissions = {
    contains: async ({ origins = [], permissions = [], data_collection: consents = [] }: Asked) =>
      origins.every((each) => this.granted && each === dashboardPattern) &&
      [...permissions, ...consents].every((each) => this.allowed.has(each)),
    onAdded: { addListener: (listener: () => void) => void this.listeners.add(listener) },
    onRemoved: { addListener: () => undefined },
  };

  /** The person grants the dashboard's site. */
  grant(): void {
    this.granted = true;
    for (const listener of this.listeners) listener();
  }

  /** Makes this the browser of the test, with nothing stored; returns what undoes that. */
  install(): () => void {
    fakeBrowser.reset();
    const { tabs, windows } = fakeBrowser;
    const former = { tabs, windows };
    const front = async (id: number, { focused }: { focused: boolean }) =>
      void this.log.push(`${focused ? 'front' : 'back'} ${id}`);
    const { api, permissions, scripting } = this;
    Object.assign(fakeBrowser, { tabs: api, permissions, scripting, windows: { update: front } });
    return () => Object.assign(fakeBrowser, former);
  }
}
