/**
 * Bringing our scripts into dashboard tabs: the content script into those that were open before it could load by
 * itself, and the driver of operations where there is something to do.
 */
import { browser } from '../browser.ts';
import type { Observation } from '../messages/reports.ts';
import { replyLimit } from './limits.ts';
import { dashboardTabs, delay, look } from './tabs.ts';

/** The built content script; also named in the manifest. */
const contentScript = 'dashboard.js';
/** The built driver of operations (entrypoints/operate.ts). */
const operatorScript = 'operate.js';

/**
 * Makes sure that a live content script answers in `tab`, injecting one only where none does. False: the tab shows
 * a page that no script can enter (the browser's own error page, another site).
 */
export async function ensureScript(tab: number): Promise<boolean> {
  return (await look(tab)) !== null || (await enter(tab, contentScript));
}

/**
 * Brings the driver of operations into the document that `tab` shows. Nothing is pressed by that, and a document that
 * it did not come into does not accept the command that follows.
 */
export async function bringOperator(tab: number): Promise<void> {
  await enter(tab, operatorScript);
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
