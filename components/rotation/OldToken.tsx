/** The token that was replaced: good for finding where it still stands, and shown nowhere. */
import { defaultFormat } from '../../lib/copy/copying.ts';
import { t } from '../../lib/i18n.ts';
import type { Account, TokenMark } from '../../lib/state/schemas.ts';
import { reportCopied } from '../copying.ts';
import { markText } from '../mark-text.ts';
import type { Messages } from '../use-messages.ts';
import type { RotationActions } from './rotation-actions.ts';

interface OldTokenProps {
  mark: TokenMark;
  /** The token while it is in memory. */
  token: string | null;
  account: Account;
  actions: Pick<RotationActions, 'copy' | 'send'>;
  messages: Messages;
}

export function OldToken({ account, mark, token, actions, messages }: OldTokenProps) {
  const copyOld = async (text: string) => {
    messages.clear();
    const result = await actions.copy(text);
    if (result !== 'copied') return messages.say('alert', t('notCopied_refused'));
    messages.say('status', t('rotation_oldCopied'));
    // It may be alive yet, if a page has lied about the change: it is cleared like any other.
    return reportCopied({ account: account.key, token: text, text, format: defaultFormat }, actions.send);
  };
  return (
    <div class="old-token">
      <p class="facts">{t('rotation_oldMark', markText(mark))}</p>
      {token !== null && (
        <button type="button" class="inline" onClick={() => void copyOld(token)}>
          {t('rotation_copyOld')}
        </button>
      )}
      <p class="facts">{t(token === null ? 'rotation_old_gone' : 'rotation_old_text')}</p>
    </div>
  );
}
