/**
 * Bringing our scripts into dashboard tabs: the content script into those that were open before it could load by
 * itself, and its parts where there is something for them to do.
 */
import { browser } from '../browser.ts';
import type { Observation } from '../messages/reports.ts';
import { replyLimit } from './limits.ts';
import { dashboardTabs, delay, look } from './tabs.ts';

/** The built content script; also named in the manifest. */
const contentScript = 'dashboard.js';

/**
 * Makes sure that a live content script answers in `tab`, injecting one only where none does. False: the tab shows
 * a page that no script can enter (the browser's own error page, another site).
 */
export async function ensureScript(tab: number): Promise<boolean> {
  return (await look(tab)) !== null || (await enter(tab, contentScript));
}

/**
 * Brings a part of the content script (lib/content/parts.ts) into the document that `tab` shows. That alone does
 * nothing there, and a document that it did not come into goes without: it accepts no operation.
 */
export async function bringPart(tab: number, part: 'operate' | 'notice'): Promise<void> {
  await enter(tab, `${part}.js`);
}

async function enter(tab: number, file: string): Promise<boolean> {
  try {
    const entered = browser.scripting.executeScript({ target: { tabId: tab }, files: [file] });
    // A page that the browser's own dialog holds lets nobody in until the person has answered it.
    return (await Promise.race([entered, delay(replyLimit)])) !== null;
  } catch {
    return false;
  }
}

/** `look`, where needed with a script brought in first. */
export async function lookSurely(tab: number): Promise<Observation | null> {
  return (await look(tab)) ?? ((await ensureScript(tab)) ? look(tab) : null);
}

/** After install or update: every dashboard tab that is already open gets a live script. */
export async function enterOpenTabs(): Promise<void> {
  await Promise.all((await dashboardTabs()).map(({ id }) => ensureScript(id)));
}
