/** Who sends a message, told by where its code runs and by nothing the sender can choose (ARCHITECTURE, Trust). */
import { browser, type Runtime } from './browser.ts';
import { dashboardOrigin } from './dashboard/urls.ts';

export type Sender = { kind: 'ours' } | { kind: 'dashboard'; tab: number } | { kind: 'stranger' };

/** `ours`: one of our own pages. `dashboard`: our script in the top frame of a dashboard tab. Else a stranger. */
export function whoSends(sender: Runtime.MessageSender): Sender {
  if (sender.id !== browser.runtime.id) return { kind: 'stranger' };
  const origin = originOf(sender);
  if (origin === originOf({ url: browser.runtime.getURL('/') })) {
    // Our pages are never framed by a page: none is web-accessible. One in a frame is not ours to trust.
    return sender.frameId === undefined || sender.frameId === 0 ? { kind: 'ours' } : { kind: 'stranger' };
  }
  const tab = sender.tab?.id;
  return origin === dashboardOrigin && sender.frameId === 0 && tab !== undefined
    ? { kind: 'dashboard', tab }
    : { kind: 'stranger' };
}

/** The origin a message's sender runs in; `sender.url` is what every browser tells, `sender.origin` only some do. */
function originOf(sender: { url?: string | undefined; origin?: string | undefined }): string | null {
  if (!sender.url || !URL.canParse(sender.url)) return null;
  const { protocol, host } = new URL(sender.url);
  const origin = `${protocol}//${host}`;
  return sender.origin !== undefined && sender.origin !== origin ? null : origin;
}
