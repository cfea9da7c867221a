/** The popup's copying: which text goes to the clipboard, and what is said afterwards. */
import type { RefObject } from 'preact';
import { t } from '../lib/i18n.ts';
import type { PopupActions } from './popup-actions.ts';
import type { Messages } from './use-messages.ts';
import { TokenNotRead, tokenWaitMs } from './use-token.ts';

const isMac = /^Mac/.test(navigator.platform);
const copyKeys = isMac ? '⌘C' : 'Ctrl+C';

/** What did not happen because the token did not come. */
export type Wish = 'notCopied' | 'notShown';

/** Says why the token did not come; anything but a `TokenNotRead` counts as a failed read. */
export function sayNotRead(wish: Wish, error: unknown, { say }: Messages): void {
  const reason = error instanceof TokenNotRead ? error.reason : 'failed';
  say('alert', t(`${wish}_${reason}`, tokenWaitMs / 1000));
}

/**
 * Copies the token without showing it and says what came of it. Where the browser refuses, the field is selected:
 * pressing the copy keys there copies the token itself, masked or not (TokenField).
 */
export async function copyToken(
  token: string | Promise<string>,
  copy: PopupActions['copy'],
  messages: Messages,
  field: RefObject<HTMLInputElement | null>,
): Promise<void> {
  messages.clear();
  const result = await copy(token);
  if (result === 'copied') return messages.say('status', t('copied'));
  if (result === 'noText') return sayNotRead('notCopied', await reasonOf(token), messages);
  field.current?.focus();
  field.current?.select();
  messages.say('alert', t('notCopied_pressKeys', copyKeys));
}

/** Copies the report of an unreadable page and says what came of it. */
export async function copyReport(report: string, copy: PopupActions['copy'], messages: Messages): Promise<void> {
  messages.clear();
  const result = await copy(report);
  if (result === 'copied') messages.say('status', t('reportCopied'));
  else messages.say('alert', t('reportNotCopied'));
}

async function reasonOf(token: string | Promise<string>): Promise<unknown> {
  return Promise.resolve(token).then(
    () => null,
    (error: unknown) => error,
  );
}
