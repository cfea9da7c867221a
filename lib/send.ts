/** The popup's one way to the background. */
import { browser } from './browser.ts';
import type { Request } from './messages/requests.ts';

/** A worker that is just starting, or dying, may not answer; after these pauses (ms) it is asked again. */
const pauses = [150, 300, 600, 1_200];

/**
 * Sends `request` to the background and forgets it: whatever comes of it comes back as state. Never rejects. A
 * request that got no answer is sent again, at most four times; a wish carries its id, so that it still counts once.
 */
export async function sendRequest(request: Request): Promise<void> {
  for (const pause of pauses) {
    if (await isHeard(request)) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await isHeard(request);
}

async function isHeard(request: Request): Promise<boolean> {
  // The background answers whatever it hears; no answer is what a worker leaves that died over it.
  return browser.runtime.sendMessage(request).then(
    (answer) => answer !== undefined,
    () => false,
  );
}
