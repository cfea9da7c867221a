/** Where the clipboard is cleared: in Chromium on an offscreen document, in Firefox on the background's own page. */
import { browser } from '../browser.ts';
import { clearClipboard } from '../clearing/clear-clipboard.ts';
import type { Pending } from '../clearing/clearing.ts';
import { withLock } from '../lock.ts';
import { type ClearOutcome, clearOutcomeSchema, type OffscreenCommand } from '../messages/offscreen.ts';
import { replyLimit } from './limits.ts';
import { delay } from './tabs.ts';

const path = 'offscreen.html';

/** Clears the clipboard if it still holds what `pending` was armed for; null: whatever it holds. */
export async function clearOnPage(pending: Pending | null): Promise<ClearOutcome> {
  if (import.meta.env.FIREFOX) return clearClipboard(document, pending);
  return withLock('offscreen', async () => {
    try {
      await openOffscreen();
      const command: OffscreenCommand = { type: 'clear', pending };
      const answer = browser.runtime.sendMessage(command).catch(() => null);
      const parsed = clearOutcomeSchema.safeParse(await Promise.race([answer, delay(replyLimit)]));
      return parsed.success ? parsed.data : 'denied';
    } catch {
      return 'denied';
    } finally {
      await offscreen?.closeDocument().catch(() => undefined);
    }
  });
}

interface Offscreen {
  createDocument(options: { url: string; reasons: ['CLIPBOARD']; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}
/** Chromium's alone, so the polyfill does not know it: https://developer.chrome.com/docs/extensions/reference/api/offscreen. */
const { offscreen } = browser as unknown as { offscreen?: Offscreen };

async function openOffscreen(): Promise<void> {
  // One that a dead worker left behind would be in the way.
  await offscreen?.closeDocument().catch(() => undefined);
  await offscreen?.createDocument({
    url: path,
    reasons: ['CLIPBOARD'],
    justification: 'Clears the clipboard some time after the API token was copied.',
  });
}
