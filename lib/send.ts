/** The popup's one way to the background. */
import { browser } from './browser.ts';
import { newId, type Request } from './messages.ts';

/** A worker that is just starting may not listen yet; one more try after this many ms reaches it. */
const retryAfter = 150;

type Unsigned<R> = R extends { wish: string } ? Omit<R, 'wish'> : R;
/** A request as the popup makes it: a wish gets its id here, once. */
export type PopupRequest = Unsigned<Request>;

/**
 * Sends `request` to the background and forgets it: whatever comes of it comes back as state. Never rejects. A
 * request that got no answer is sent once more; a wish keeps its id, so that it still counts once.
 */
export async function sendRequest(request: PopupRequest): Promise<void> {
  const message: Request = request.type === 'start' ? { ...request, wish: newId() } : request;
  try {
    await browser.runtime.sendMessage(message);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, retryAfter));
    await browser.runtime.sendMessage(message).catch(() => undefined);
  }
}
