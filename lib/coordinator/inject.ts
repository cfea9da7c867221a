/** Bringing the content script into dashboard tabs that were open before it could load by itself. */
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
  if (await look(tab)) return true;
  try {
    const entered = browser.scripting.executeScript({ target: { tabId: tab }, files: [contentScript] });
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
