/** The offscreen document: does the one thing it is told, and knows no token. */
import { browser, type Runtime } from '../browser.ts';
import { offscreenCommandSchema } from '../messages/offscreen.ts';
import { whoSends } from '../senders.ts';
import { clearClipboard } from './clear-clipboard.ts';

/** Listens on `page` for the background's commands; undefined for strangers and for what is not for us. */
export function hearOffscreen(page: Document): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const command = offscreenCommandSchema.safeParse(message);
    if (whoSends(sender).kind !== 'ours' || !command.success) return undefined;
    return clearClipboard(page, command.data.pending);
  });
}
