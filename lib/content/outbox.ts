/** The content script's way to the background. After an update it leads nowhere: that is noticed, not suffered. */
import { clipOf } from '../clearing/clip.ts';
import { later } from '../later.ts';
import { isYes, placesIn } from '../messages/commands.ts';
import type { Report } from '../messages/reports.ts';
import { native } from '../native.ts';

/** No yes by then is a no (ms). */
const mayFireLimit = 5_000;
/** A count that comes later than that (ms) is for nobody: the page's question may be answered by then. */
const placesLimit = 3_000;
/** How often, and how far apart (ms), a report that must arrive is sent. */
const sureTries = 4;
const sureEvery = 500;

/** Whether the extension this script belongs to still runs; false after an update, for ever. */
export function isAlive(): boolean {
  try {
    return native.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** Sends `report`; gives whether it was answered. Never rejects. */
export async function send(report: Report): Promise<boolean> {
  try {
    await native.runtime.sendMessage(report);
    return true;
  } catch {
    return false;
  }
}

/** Sends `report` until it is answered, at most four times. A report may arrive twice: it says what is, not what to do. */
export async function sendSurely(report: Report): Promise<void> {
  for (let tries = 0; tries < sureTries && isAlive(); tries += 1) {
    if (await send(report)) return;
    await new Promise<void>((resolve) => later(sureEvery, resolve));
  }
}

/** Asks the ledger whether `intent` may fire in `document`. Anything but a clear yes in time is a no. */
export async function mayFire(intent: string, document: string): Promise<boolean> {
  return isYes(await ask({ type: 'mayFire', intent, document }, mayFireLimit));
}

/** Says that `text` was copied, by its hash alone. Each copy has a salt of its own: one told twice is known by it. */
export async function reportCopy(text: string): Promise<void> {
  await sendSurely({ type: 'copied', ...(await clipOf(text)) });
}

/** How many places use the token that the person is about to change; null where nobody says so in time. */
export async function placesTouched(kind: 'regenerate' | 'delete'): Promise<number | null> {
  return placesIn(await ask({ type: 'pressed', kind }, placesLimit));
}

/** The answer to `report` within `limit` ms, or null. Never rejects. */
async function ask(report: Report, limit: number): Promise<unknown> {
  const askedAt = Date.now();
  const late = new Promise<null>((resolve) => later(limit, () => resolve(null)));
  const asked = (async () => (isAlive() ? native.runtime.sendMessage(report) : null))().catch(() => null);
  const reply = await Promise.race([asked, late]);
  // A page that was held meanwhile finds answer and time-out side by side: by then the answer counts no more.
  return Date.now() - askedAt <= limit ? reply : null;
}
