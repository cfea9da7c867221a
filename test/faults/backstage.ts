/**
 * A file of the extension opened in a tab: from there the extension's storage and the tabs are seen and moved, in both
 * browsers alike, and nothing is attached to the worker.
 */
import type { Page } from 'puppeteer-core';
import type { Request } from '../../lib/messages/requests.ts';
import type { Intent } from '../../lib/state/schemas.ts';
import { until } from '../e2e/support/until.ts';

/** What is stored, as far as the campaign looks at it. */
export interface Stored {
  ledger: Intent[];
  /** Fingerprint of the current account's token as known; null: no token, or none known. */
  known: string | null;
  account: string | null;
  /** All accounts as stored, for the trace. */
  accounts: string;
  /** When the current account's token was noticed to have been changed by others (epoch ms); null: it is not said so. */
  changedAt: number | null;
  /** Since when the page has said what is known (epoch ms). */
  asOf: number;
  /** The token in memory; null where there is none. It must go nowhere but into a comparison. */
  secret: string | null;
  ownTabs: number[];
  /** A read is under way: it may open a tab yet. */
  isReading: boolean;
  /** A tab is being opened, or was as the worker died, and is looked for. */
  isOpening: boolean;
  /** The remembered paths of the token page, by origin. */
  paths: string[];
}

/** What can be done with a tab. */
export type TabAction = 'navigate' | 'reload' | 'close' | 'discard' | 'backForward' | 'background';

/** A change between a look and the wait for the next one is seen by then. */
const lookEveryMs = 250;

declare const browser: typeof import('webextension-polyfill');

export class Backstage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async stored(): Promise<Stored> {
    return this.page.evaluate(async () => {
      // Not the record: it grows with every trial, and this is asked for all the time.
      const local = (await browser.storage.local.get(['ledger', 'paths', 'accounts'])) as never as {
        ledger?: Intent[];
        paths?: Record<string, string>;
        accounts?: {
          current: string | null;
          byKey: Record<
            string,
            { mark: { fingerprint: string } | null; asOf: number; change: { noticedAt: number } | null }
          >;
        };
      };
      const session = (await browser.storage.session.get(['secrets', 'ownTabs', 'reading', 'tabsBefore'])) as never as {
        secrets?: Record<string, { token: string }>;
        ownTabs?: number[];
        reading?: object | null;
        tabsBefore?: object | null;
      };
      const account = local.accounts?.current ?? null;
      const of = <T>(all: Record<string, T> | undefined) => (account === null ? undefined : all?.[account]);
      return {
        ledger: local.ledger ?? [],
        known: of(local.accounts?.byKey)?.mark?.fingerprint ?? null,
        account,
        asOf: of(local.accounts?.byKey)?.asOf ?? 0,
        accounts: JSON.stringify(local.accounts),
        changedAt: of(local.accounts?.byKey)?.change?.noticedAt ?? null,
        secret: of(session.secrets)?.token ?? null,
        ownTabs: session.ownTabs ?? [],
        isReading: (session.reading ?? null) !== null,
        isOpening: (session.tabsBefore ?? null) !== null,
        paths: Object.values(local.paths ?? {}),
      };
    });
  }

  /** Waits in the page for the next change of what is stored, `limitMs` at the most: asking again and again is dear. */
  async changed(limitMs: number): Promise<void> {
    await this.page.evaluate(
      (limit) =>
        new Promise<void>((resolve) => {
          const end = () => {
            browser.storage.onChanged.removeListener(end);
            resolve();
          };
          browser.storage.onChanged.addListener(end);
          setTimeout(end, limit);
        }),
      limitMs,
    );
  }

  /** Whether `look` says yes to what is stored within `limitMs`. */
  async comesTo(look: (stored: Stored) => boolean, limitMs = 10_000): Promise<boolean> {
    for (const end = Date.now() + limitMs; ; await this.changed(lookEveryMs)) {
      if (look(await this.stored())) return true;
      if (Date.now() >= end) return false;
    }
  }

  /** Sends what a popup would send; resolves when the background has heard it, false when nobody did. */
  async request(request: Request): Promise<boolean> {
    return (await this.timedRequest(request, 0)).isHeard;
  }

  /** As `request`, again and again until it is heard or `limitMs` are over; gives when that was begun and ended (epoch ms). */
  async timedRequest(request: Request, limitMs: number): Promise<{ isHeard: boolean; sent: number; ended: number }> {
    return this.page.evaluate(
      async (message, limit) => {
        const sent = Date.now();
        do {
          const reply = await browser.runtime.sendMessage(message).catch(() => null);
          if ((reply as { heard?: boolean } | null)?.heard === true) return { isHeard: true, sent, ended: Date.now() };
          await new Promise((resolve) => setTimeout(resolve, 10));
        } while (Date.now() - sent < limit);
        return { isHeard: false, sent, ended: sent + limit };
      },
      request,
      limitMs,
    );
  }

  /**
   * Waits in the page, without a round trip, until an intent newer than `before` has come as far as `rank` (see Moment);
   * false: it has not within the limit, or it was settled before.
   */
  async reached(before: string | null, rank: number, limitMs: number): Promise<boolean> {
    return this.page.evaluate(
      async (former, wanted, limit) => {
        const marks: ((intent: Intent) => boolean)[] = [
          () => true,
          ({ tab }) => tab !== null,
          ({ document }) => document !== null,
          ({ stage, step }) => stage !== 'armed' || step === 'asking',
          ({ stage }) => stage !== 'armed',
          ({ stage, step }) => stage === 'settled' || step === 'watching',
          ({ stage }) => stage === 'settled',
        ];
        /** True: it is there; false: it cannot come any more; null: not yet. */
        const standOf = (ledger: Intent[] | undefined): boolean | null => {
          const newest = ledger?.at(-1);
          if (newest === undefined || newest.id === former) return null;
          return marks[wanted]?.(newest) ? true : newest.stage === 'settled' ? false : null;
        };
        return new Promise<boolean>((resolve) => {
          const end = (found: boolean) => {
            browser.storage.onChanged.removeListener(listen);
            resolve(found);
          };
          const look = (ledger: unknown) => {
            const stand = standOf(ledger as Intent[] | undefined);
            if (stand !== null) end(stand);
          };
          const listen = (changes: Record<string, { newValue?: unknown }>) => {
            if (changes.ledger) look(changes.ledger.newValue);
          };
          browser.storage.onChanged.addListener(listen);
          setTimeout(() => end(false), limit);
          void browser.storage.local.get('ledger').then(({ ledger }) => look(ledger));
        });
      },
      before,
      rank,
      limitMs,
    );
  }

  /** Does `action` with tab `id`, as a person or the browser would. False where the browser will not, or did otherwise. */
  async tab(id: number, action: TabAction, otherUrl: string): Promise<boolean> {
    return this.page.evaluate(
      async (tab, act, url) => {
        const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
        const inFront = () => browser.tabs.create({ url: 'about:blank', active: true });
        /** Whether the document in the tab is one that was marked before; it is from now on. */
        const mark = async () => {
          const [marked] = await browser.scripting.executeScript({
            target: { tabId: tab },
            func: () => {
              const before = 'markedByTrial' in globalThis;
              Object.assign(globalThis, { markedByTrial: true });
              return before;
            },
          });
          return marked?.result === true;
        };
        const acts: Record<typeof act, () => Promise<unknown>> = {
          navigate: () => browser.tabs.update(tab, { url }),
          reload: () => browser.tabs.reload(tab),
          close: () => browser.tabs.remove(tab),
          // A tab in front is discarded by nobody.
          discard: async () => {
            await inFront();
            const after = (await browser.tabs.discard(tab)) as { discarded?: boolean } | undefined;
            return (after ?? (await browser.tabs.get(tab))).discarded === true;
          },
          backForward: async () => {
            await mark();
            await browser.tabs.update(tab, { url });
            await pause(250);
            await browser.tabs.goBack(tab);
            await pause(250);
            return mark();
          },
          background: inFront,
        };
        return acts[act]().then(
          (did) => did !== false,
          () => false,
        );
      },
      id,
      action,
      otherUrl,
    );
  }

  /** The dashboard's tabs, those of them that nobody looks at, the address of the first, and all tabs that show nothing. */
  async tabs(): Promise<{ dashboard: number[]; behind: number[]; firstUrl: string; blank: number[] }> {
    return this.page.evaluate(async () => {
      const all = await browser.tabs.query({});
      const ids = (wanted: (url: string) => boolean, among = all) =>
        among.filter(({ url }) => wanted(url ?? '')).flatMap(({ id }) => (id === undefined ? [] : [id]));
      const isDashboard = (url: string) => url.startsWith('https://');
      return {
        dashboard: ids(isDashboard),
        behind: ids(
          isDashboard,
          all.filter(({ active }) => !active),
        ),
        firstUrl: all.find(({ url }) => isDashboard(url ?? ''))?.url ?? '',
        blank: ids((url) => url === '' || url === 'about:blank'),
      };
    });
  }

  /** Opens `url` in tab `id` or, where that is null, in a new one, in front. */
  async open(url: string, id: number | null = null): Promise<void> {
    await this.page.evaluate(
      async (address, tab) => {
        if (tab === null) await browser.tabs.create({ url: address, active: true });
        else await browser.tabs.update(tab, { url: address, active: true });
      },
      url,
      id,
    );
  }

  /** Presses the toolbar's button; throws what the browser has against it, as far as it says so within the limit. */
  async pressToolbarButton(limitMs: number): Promise<void> {
    await this.page.evaluate(async (limit) => {
      const limited = new Promise((resolve) => setTimeout(resolve, limit));
      // Where a popup has just closed, or others stand in windows of their own, this one is not in front any more.
      const { id } = await browser.windows.getCurrent();
      if (id !== undefined) await browser.windows.update(id, { focused: true });
      await Promise.race([browser.action.openPopup(), limited]);
    }, limitMs);
  }

  /** The hash of all that is stored, but for what a read under way says of itself. */
  async hashOfStored(): Promise<string> {
    return this.page.evaluate(async () => {
      const { reading: _, problem: __, ...session } = await browser.storage.session.get(null);
      const all = new TextEncoder().encode(JSON.stringify([await browser.storage.local.get(null), session]));
      return new Uint8Array(await crypto.subtle.digest('SHA-256', all)).join(' ');
    });
  }

  /** Clicks what our mark outlines in `tab`, as somebody does who was shown it; false where nothing is. */
  async pressOutlined(tab: number): Promise<boolean> {
    return this.page.evaluate(async (tabId) => {
      const press = () => {
        const all = (root: Document | ShadowRoot): HTMLElement[] =>
          [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
            each,
            ...(each.shadowRoot ? all(each.shadowRoot) : []),
          ]);
        const outlined = all(document).find((each) => {
          const { outlineStyle, outlineColor } = getComputedStyle(each);
          return outlineStyle === 'solid' && outlineColor === 'rgb(31, 95, 194)';
        });
        outlined?.click();
        return outlined !== undefined;
      };
      const results = await browser.scripting.executeScript({ target: { tabId }, func: press });
      return results.some(({ result }) => result === true);
    }, tab);
  }

  /** Adds a frame on `path` to the dashboard tab; true once it is there. */
  async addFrame(path: string): Promise<boolean> {
    return this.runInDashboard(
      'ISOLATED',
      'top',
      async (src) => {
        const known = document.querySelector('iframe');
        const frame = known ?? document.createElement('iframe');
        if (!known) frame.src = src;
        if (!known) document.body.append(frame);
        return frame.contentDocument?.readyState === 'complete' && frame.contentDocument.URL.endsWith(src);
      },
      [path],
    );
  }

  /** Runs `script` in the dashboard tab, in the extension's world or in the page's own, and gives what it gives. */
  async runInDashboard<A extends unknown[], T>(
    world: 'ISOLATED' | 'MAIN',
    where: 'top' | 'frame',
    script: (...args: A) => Promise<T>,
    args: A,
  ): Promise<T> {
    const [tab] = (await this.tabs()).dashboard;
    if (tab === undefined) throw new Error('There is no dashboard tab.');
    return this.page.evaluate(
      async (tabId, kind, inTop, source, values) => {
        const results = await browser.scripting.executeScript({
          target: { tabId, allFrames: true },
          world: kind as 'ISOLATED',
          // In all frames, as nobody knows their numbers; each looks whether it is meant.
          func: new Function('...args', `if ((self === top) === ${inTop}) return (${source})(...args)`) as () => void,
          args: values,
        });
        const found = results.find(({ frameId }) => (frameId === 0) === inTop);
        if (!found) throw new Error('There is no such frame.');
        return found.result as never;
      },
      tab,
      world,
      where === 'top',
      script.toString(),
      args as unknown as never[],
    ) as Promise<T>;
  }

  async closeTabs(ids: number[]): Promise<void> {
    await this.page.evaluate(async (tabs) => {
      await browser.tabs.remove(tabs).catch(() => undefined);
    }, ids);
  }
}

/** Opens the backstage at `url`, an address of the extension; again and again until the extension is there. */
export async function openBackstage(
  newPage: () => Promise<Page>,
  url: string,
  gotoLimitMs: number,
): Promise<Backstage> {
  const page = await newPage();
  await until('the extension’s own page', async () => {
    await page.goto(url, { timeout: gotoLimitMs }).catch(() => undefined);
    return page.evaluate(() => {
      const all = globalThis as { browser?: unknown; chrome?: unknown };
      all.browser ??= all.chrome;
      // One that is just being reloaded has it, and never answers.
      return Promise.race([
        browser?.storage?.local.get(null).then(() => true),
        new Promise<false>((resolve) => setTimeout(() => resolve(false), 2000)),
      ]);
    });
  });
  return new Backstage(page);
}
