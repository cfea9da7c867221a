/** The popup's copying: which text goes to the clipboard, what is said afterwards, and what is reported of it. */
import type { RefObject } from 'preact';
import { clipOf } from '../lib/clearing/clip.ts';
import { defaultFormat } from '../lib/copy/copying.ts';
import { t } from '../lib/i18n.ts';
import { markOfToken } from '../lib/token.ts';
import type { PopupActions } from './popup-actions.ts';
import type { Messages } from './use-messages.ts';
import { TokenNotRead, tokenWaitMs } from './use-token.ts';

const isMac = /^Mac/.test(navigator.platform);
const copyKeys = isMac ? '⌘C' : 'Ctrl+C';

/** What did not happen because the token did not come. */
export type Wish = 'notCopied' | 'notShown';
/** A field that can be selected for the person to copy. */
export type Selectable = RefObject<HTMLInputElement | HTMLTextAreaElement | null>;

/** Says why the token did not come; anything but a `TokenNotRead` counts as a failed read. */
export function sayNotRead(wish: Wish, error: unknown, { say }: Messages): void {
  const reason = error instanceof TokenNotRead ? error.reason : 'failed';
  say('alert', t(`${wish}_${reason}`, tokenWaitMs / 1000));
}

/** What of the token was copied. */
export interface Copied {
  /** Key of the account whose token it is. */
  account: string;
  /** The token that `text` holds, all of it or a part. */
  token: string;
  text: string;
  /** Id of the format (lib/copy/formats.ts). */
  format: string;
}

/** Reports a copy that has happened: by the token's mark and the hash of what is on the clipboard, and no text itself. */
export async function reportCopied(copied: Copied, send: PopupActions['send']): Promise<void> {
  const { account, token, text, format } = copied;
  const [mark, clip] = await Promise.all([markOfToken(token), clipOf(text)]);
  send({ type: 'copied', account, mark, format, clip });
}

interface TokenCopy {
  token: string | Promise<string>;
  /** The key of the account, as it is called when the token has come. */
  account(): string;
  field: Selectable;
}

/**
 * Copies the token without showing it and says what came of it. Where the browser refuses, the field is selected:
 * pressing the copy keys there copies the token itself, masked or not (TokenField).
 */
export async function copyToken(
  { token, account, field }: TokenCopy,
  { copy, send }: Pick<PopupActions, 'copy' | 'send'>,
  messages: Messages,
): Promise<void> {
  messages.clear();
  const result = await copy(token);
  if (result === 'notCopied') return sayRefused(field, messages);
  if (result === 'noText') return sayWhyNoText(token, messages);
  messages.say('status', t('copied'));
  const text = await token;
  await reportCopied({ account: account(), token: text, text, format: defaultFormat }, send);
}

/** The browser has refused to copy: says so, with `field` selected for the copy keys where it is there. */
export function sayRefused(field: Selectable | undefined, { say }: Messages): void {
  const selected = field?.current;
  selected?.focus();
  selected?.select();
  if (!selected) say('alert', t('notCopied_refused'));
  else
    say('alert', t(selected instanceof HTMLInputElement ? 'notCopied_pressKeys' : 'notCopied_pressKeysText', copyKeys));
}

/** The text to copy never came: says why, unless `isSaid` has said it. */
export async function sayWhyNoText(
  text: string | Promise<string>,
  messages: Messages,
  isSaid: (error: unknown) => boolean = () => false,
): Promise<void> {
  const error = await reasonOf(text);
  if (!isSaid(error)) sayNotRead('notCopied', error, messages);
}

/** Copies the report of an unreadable page and says what came of it. */
export async function copyReport(report: string, copy: PopupActions['copy'], messages: Messages): Promise<void> {
  messages.clear();
  const result = await copy(report);
  if (result === 'copied') messages.say('status', t('reportCopied'));
  else messages.say('alert', t('reportNotCopied'));
}

async function reasonOf(text: string | Promise<string>): Promise<unknown> {
  return Promise.resolve(text).then(
    () => null,
    (error: unknown) => error,
  );
}
