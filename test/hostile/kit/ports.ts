/** Long-lived connections instead of messages. */

import type { Stage } from './stage.ts';
import { startOf } from './start.ts';

/** Runs wherever there is a `runtime`: connects, says it all, and gives what comes back; null: nothing. */
export async function connectAndSay(messages: object[], to: string): Promise<unknown> {
  const { browser, chrome } = globalThis as never as Record<'browser' | 'chrome', Api | undefined>;
  const runtime = browser?.runtime?.connect ? browser.runtime : chrome?.runtime;
  if (!runtime?.connect) return null;
  try {
    const port = to === '' ? runtime.connect({ name: 'popup' }) : runtime.connect(to, { name: 'popup' });
    const answer = new Promise((resolve) => port.onMessage.addListener(resolve));
    for (const message of messages) port.postMessage(message);
    return await Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve(null), 700))]);
  } catch {
    return null;
  }
}

/** What somebody with a connection would say first. */
export async function firstWords(stage: Stage): Promise<object[]> {
  return [{ type: 'read' }, await startOf(stage, 'regenerate'), { type: 'look' }];
}

interface Api {
  runtime?: { connect?(...args: unknown[]): Port };
}

interface Port {
  onMessage: { addListener(listener: (message: unknown) => void): void };
  postMessage(message: object): void;
}
