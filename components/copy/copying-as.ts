/** Copying the token in another format: filled in with the token, written to the clipboard, said, and reported. */
import type { CopyContext, Need } from '../../lib/copy/context.ts';
import { type FormatId, preview, render, resolveFormat } from '../../lib/copy/formats.ts';
import { t } from '../../lib/i18n.ts';
import type { Shown } from '../../lib/state/desk.ts';
import { reportCopied, type Selectable, sayRefused, sayWhyNoText } from '../copying.ts';
import type { PopupActions } from '../popup-actions.ts';
import type { Messages } from '../use-messages.ts';
import type { TokenDeeds } from '../use-token-deeds.ts';
import { contextOf } from './copy-context.ts';
import { formatName } from './format-name.ts';

interface CopyAsProps {
  shown: Shown;
  actions: Pick<PopupActions, 'send' | 'copy'>;
  messages: Messages;
  /** They outlive the page, which may go while the token is read. */
  deeds: Pick<TokenDeeds, 'token' | 'keyNow'>;
  /** What to select where the browser refuses: copying it by hand gives the same text. */
  field?: Selectable;
}

/** What the chosen format lacks, found out only with the token. */
class CannotFill extends Error {
  readonly missing: readonly Need[];
  constructor(missing: readonly Need[]) {
    super('cannotFill');
    this.missing = missing;
  }
}

/**
 * A function that copies the token in `format` (a stored id; one that is gone falls back to the plain token), reading
 * the token first where it must be. Says "Copied as …" only after the write, and what is missing where there is none.
 */
export function copyingAs(props: CopyAsProps): (format: string) => void {
  const { token, keyNow } = props.deeds;
  return (wanted) => {
    const { account, around } = props.shown;
    if (!account?.mark) return;
    props.messages.clear();
    const { format, fellBack } = resolveFormat(wanted, around.templates);
    const name = formatName(format, around.templates);
    const context = contextOf(account, around);
    const foreseen = preview(format, context, '');
    if (!foreseen.ok) sayLacking(name, foreseen.missing, props.messages);
    else if (format.startsWith('store:')) void copyCommand(foreseen.text, props);
    else {
      const said = t(fellBack ? 'copiedAs_instead' : 'copiedAs', name);
      void copyFilled({ ...{ format, name, said, context, keyNow }, secret: token() }, props);
    }
  };
}

interface Filled {
  format: FormatId;
  name: string;
  /** What is said once it is copied. */
  said: string;
  context: Omit<CopyContext, 'token'>;
  secret: string | Promise<string>;
  /** An account that was known by its name alone may have its number by the time its token has come. */
  keyNow(): string;
}

async function copyFilled({ format, name, said, context, secret, keyNow }: Filled, props: CopyAsProps) {
  const { actions, messages, field } = props;
  const fill = (token: string) => {
    const rendered = render(format, { ...context, token });
    if (!rendered.ok) throw new CannotFill(rendered.missing);
    return rendered.text;
  };
  // A token in memory is copied as it is, and not as a promise: not every browser takes one.
  const text = typeof secret === 'string' ? attempt(() => fill(secret)) : secret.then(fill);
  const result = await actions.copy(text);
  if (result === 'copied') {
    messages.say('status', said);
    return reportCopied({ account: keyNow(), token: await secret, text: await text, format }, actions.send);
  }
  if (result === 'notCopied') return sayRefused(field, messages);
  await sayWhyNoText(text, messages, (error) => {
    if (error instanceof CannotFill) sayLacking(name, error.missing, messages);
    return error instanceof CannotFill;
  });
}

/** A command for a secret store: it holds no token, so there is nothing to report. */
async function copyCommand(command: string, { actions, messages, field }: CopyAsProps): Promise<void> {
  const result = await actions.copy(command);
  if (result === 'copied') messages.say('status', t('copiedCommand'));
  else sayRefused(field, messages);
}

function sayLacking(name: string, [first = 'token']: readonly Need[], { say }: Messages): void {
  say('alert', t('copyAs_notCopied', name, t(`lacks_${first}`)));
}

function attempt(fill: () => string): string | Promise<string> {
  try {
    return fill();
  } catch (error) {
    const failed = Promise.reject<string>(error);
    failed.catch(() => undefined);
    return failed;
  }
}
