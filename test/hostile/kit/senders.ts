/** Those who may try to send the extension a message, each with what it can send by. */
import { until } from '../../e2e/support/until.ts';
import type { Attack } from './attack.ts';
import { gains, knowing } from './situation.ts';
import type { Stage } from './stage.ts';
import { openStranger } from './stranger.ts';

export type Sender = (stage: Stage, message: unknown) => Promise<unknown>;

/** An attack that sends what `make` gives as `sender` while the token is known; whatever comes of it is its success. */
export function sends(wants: string, sender: Sender, make: (stage: Stage) => unknown): Attack {
  return {
    wants,
    async run(stage) {
      await knowing(stage);
      if (sender === frame) await until('the frame', () => stage.host.backstage.addFrame('/app/settings'));
      const message = await make(stage);
      return gains(stage, () => sender(stage, message));
    },
  };
}

/** The extension's own content script, taken over. */
export const contentScript: Sender = (stage, message) =>
  stage.inContentScript(sendOrNothing, JSON.stringify(message), '');

/** The extension's script in a frame of the dashboard. */
export const frame: Sender = ({ host }, message) =>
  host.backstage.runInDashboard('ISOLATED', 'frame', sendInFrame, [JSON.stringify(message)]);

/** The page's own script. */
export const page: Sender = (stage, message) =>
  stage.tab.evaluate(sendOrNothing, JSON.stringify(message), stage.host.vendor.id);

/** A page of another installed extension. */
export const otherExtension: Sender = async (stage, message) =>
  (await openStranger(stage)).evaluate(sendOrNothing, JSON.stringify(message), stage.host.vendor.id);

/** What stands for the extension in its addresses. */
export function ourAddressId({ host }: Stage): string {
  return host.vendor.url('').split('/')[2] ?? '';
}

/** Scripts for a frame run in all frames: only what this one sends counts. */
async function sendInFrame(json: string): Promise<unknown> {
  if (self === top) return null;
  const { browser, chrome } = globalThis as never as Record<'browser' | 'chrome', Api | undefined>;
  return (await (browser ?? chrome)?.runtime?.sendMessage?.(JSON.parse(json)).catch(() => null)) ?? null;
}

/** Sends the message in `json` to the extension `to`, else to the one it runs for; gives the answer, null for none. */
async function sendOrNothing(json: string, to: string): Promise<unknown> {
  const { browser, chrome } = globalThis as never as Record<'browser' | 'chrome', Api | undefined>;
  const runtime = browser?.runtime?.sendMessage ? browser.runtime : chrome?.runtime;
  if (!runtime?.sendMessage) return null;
  const late = new Promise((resolve) => setTimeout(() => resolve(null), 3000));
  const message = JSON.parse(json);
  try {
    const answer = to === '' ? runtime.sendMessage(message) : runtime.sendMessage(to, message);
    return (await Promise.race([answer, late])) ?? null;
  } catch {
    return null;
  }
}

interface Api {
  runtime?: { sendMessage?(...args: unknown[]): Promise<unknown> };
}
