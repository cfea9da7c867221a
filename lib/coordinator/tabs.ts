/** The dashboard's tabs: finding, opening, closing them, and speaking with the content script in one. */
import type * as z from 'zod/mini';
import { browser, type Tabs } from '../browser.ts';
import { dashboardOrigin, dashboardPattern } from '../dashboard/urls.ts';
import { withLock } from '../lock.ts';
import type { Command } from '../messages/commands.ts';
import { type Observation, observationSchema, recallReplySchema } from '../messages/reports.ts';
import { ownTabsItem, tabsBeforeItem } from '../state/items.ts';
import { openedEvery, openedLimit, openedLostAfter, replyLimit } from './limits.ts';

/** The id of what is no tab, as of a window for developers. */
const none = -1;

/** The dashboard tabs that are loaded, the one people look at first. */
export async function dashboardTabs(): Promise<{ id: number; url: string }[]> {
  const tabs = await browser.tabs.query({ url: dashboardPattern, discarded: false });
  return tabs
    .filter((tab): tab is Tabs.Tab & { id: number } => tab.id !== undefined)
    .sort((a, b) => Number(b.active) - Number(a.active))
    .map((tab) => ({ id: tab.id, url: tab.url ?? '' }));
}

/** Opens `url` in an inactive tab of ours; null where the browser has no window to open it in. */
export async function openOwnTab(url: string): Promise<number | null> {
  return withLock('own-tabs', async () => {
    // A worker that dies before it knows the new tab finds it by what there was before.
    const ids = (await browser.tabs.query({})).map(({ id = none }) => id);
    await tabsBeforeItem.set({ ids, at: Date.now() });
    const tab = await browser.tabs.create({ url, active: false }).catch(() => null);
    if (tab?.id !== undefined) await ownTabsItem.set([...(await ownTabsItem.get()), tab.id]);
    await tabsBeforeItem.set(null);
    return tab?.id ?? null;
  });
}

/**
 * The tabs there were when a former life of the worker died as it was opening another; null where none did, or long ago.
 * To be asked before a tab is opened.
 */
export async function tabsBeforeLost(): Promise<number[] | null> {
  const before = await tabsBeforeItem.get();
  // Later, a tab that is new by now is somebody else's.
  return before && Date.now() - before.at < openedLostAfter ? before.ids : null;
}

/** Closes the tab that was being opened when there were just the tabs `before`; waits until it shows where it goes. */
export async function closeNewSince(before: readonly number[]): Promise<void> {
  for (const until = Date.now() + openedLimit; Date.now() < until; await delay(openedEvery)) {
    const tab = await adoptNewSince(before);
    if (tab !== null) return closeOwnTab(tab);
  }
  await withLock('own-tabs', async () => tabsBeforeItem.set(null));
}

/** The one inactive tab of the dashboard's that was not there before and that nobody knows, taken for ours; else null. */
async function adoptNewSince(before: readonly number[]): Promise<number | null> {
  return withLock('own-tabs', async () => {
    const own = await ownTabsItem.get();
    const opened = await browser.tabs.query({ url: dashboardPattern, active: false });
    const unknown = opened.flatMap(({ id = none }) => (before.includes(id) || own.includes(id) ? [] : [id]));
    const [tab] = unknown;
    if (tab === undefined || unknown.length > 1) return null;
    await ownTabsItem.set([...own, tab]);
    await tabsBeforeItem.set(null);
    return tab;
  });
}

/** Leaves `tab` to the person: it is no longer ours to close. */
export async function giveAway(tab: number): Promise<void> {
  await withLock('own-tabs', async () => ownTabsItem.set((await ownTabsItem.get()).filter((id) => id !== tab)));
}

/** Whether `tab` is there and nobody looks at it. */
export async function isBehind(tab: number): Promise<boolean> {
  const seen = await browser.tabs.get(tab).catch(() => null);
  return seen !== null && !seen.active;
}

/** Closes `tab` if it is ours; a tab the person opened, or is looking at, is left alone. */
export async function closeOwnTab(tab: number): Promise<void> {
  if (!(await ownTabsItem.get()).includes(tab)) return;
  // Closed first, forgotten then: a worker that dies in between closes it next time.
  // Chromium never answers where the page asks whether to stay, and is let.
  if (await isBehind(tab)) await Promise.race([browser.tabs.remove(tab).catch(() => undefined), delay(replyLimit)]);
  await giveAway(tab);
}

/** Another tab has taken the place of `removed`, as in Chromium where one is discarded: one of ours does no work any more. */
export async function closeReplaced(added: number, removed: number): Promise<void> {
  await withLock('own-tabs', async () => {
    const own = await ownTabsItem.get();
    if (own.includes(removed)) await ownTabsItem.set(own.map((id) => (id === removed ? added : id)));
  });
  await closeOwnTab(added);
}

/** Closes the tabs that a former life of the worker opened and left behind, but for `kept`. */
export async function closeOrphans(kept: number | null): Promise<void> {
  for (const tab of await ownTabsItem.get()) if (tab !== kept) await closeOwnTab(tab);
}

/** Brings `tab` and its window to the front; false where it is gone. */
export async function showTab(tab: number): Promise<boolean> {
  try {
    const { windowId } = await browser.tabs.update(tab, { active: true });
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    return true;
  } catch {
    return false;
  }
}

/** Opens `url` in a tab the person sees; gives the tab, or null where there is no window for it. */
export async function openForPerson(url: string): Promise<number | null> {
  const tab = await browser.tabs.create({ url, active: true }).catch(() => null);
  return tab?.id ?? null;
}

/** Sends `tab` to `url`, as by its address bar; false where it is gone. */
export async function navigate(tab: number, url: string): Promise<boolean> {
  return browser.tabs.update(tab, { url }).then(
    () => true,
    () => false,
  );
}

/** Sends `command` to the top frame of `tab`. Null: no answer, or none that we know; either proves nothing. */
export async function command<T>(tab: number, message: Command, reply: z.ZodMiniType<T>): Promise<T | null> {
  const answer = browser.tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => null);
  const parsed = reply.safeParse(await Promise.race([answer, delay(replyLimit)]));
  return parsed.success ? parsed.data : null;
}

/** What the page in `tab` shows now, or null where no script of ours answers there. */
export async function look(tab: number): Promise<Observation | null> {
  return command(tab, { type: 'look' }, observationSchema);
}

/**
 * Asks the page in `tab` what it knows of `intent`. `gone`: nobody is there to answer. `silent`: somebody is, and does
 * not answer in time, as a page does that the browser's own dialog holds.
 */
export async function recall(
  tab: number,
  intent: string,
): Promise<z.infer<typeof recallReplySchema> | 'gone' | 'silent'> {
  const message: Command = { type: 'recall', intent };
  const answer = browser.tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => 'gone' as const);
  const first = await Promise.race([answer, delay(replyLimit)]);
  if (first === null) return 'silent';
  const parsed = recallReplySchema.safeParse(first);
  return parsed.success ? parsed.data : 'gone';
}

/** Where a tab stands. Addresses are shown to us only on the dashboard: a tab without one has left it. */
export interface TabState {
  where: 'dashboard' | 'elsewhere' | 'gone';
  url: string | null;
  /** The browser has finished loading it. */
  loaded: boolean;
}

/** Where `tab` stands: on the dashboard, elsewhere, or gone. */
export async function tabState(tab: number): Promise<TabState> {
  const found = await browser.tabs.get(tab).catch(() => null);
  if (!found) return { where: 'gone', url: null, loaded: true };
  const url = found.url ?? null;
  return {
    where: url?.startsWith(`${dashboardOrigin}/`) ? 'dashboard' : 'elsewhere',
    url,
    // Firefox says `complete` of a tab that it has unloaded.
    loaded: found.status === 'complete' && !found.discarded,
  };
}

/** A promise of null after `ms`. */
export function delay(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}
