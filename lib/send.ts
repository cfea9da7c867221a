/** The popup's one way to the background. */
import { browser } from './browser.ts';
import type { Request } from './messages/requests.ts';

/** A worker that is just starting may not listen yet; one more try after this many ms reaches it. */
const retryAfter = 150;

/**
 * Sends `request` to the background and forgets it: whatever comes of it comes back as state. Never rejects. A
 * request that got no answer is sent once more; a wish carries its id, so that it still counts once.
 */
export async function sendRequest(request: Request): Promise<void> {
  try {
    await browser.runtime.sendMessage(request);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, retryAfter));
    await browser.runtime.sendMessage(request).catch(() => undefined);
  }
}
