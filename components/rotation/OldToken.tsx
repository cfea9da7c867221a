/** The token that was replaced: good for finding where it still stands, and shown nowhere. */
import { t } from '../../lib/i18n.ts';
import type { TokenMark } from '../../lib/state/schemas.ts';
import { markText } from '../mark-text.ts';
import type { Messages } from '../use-messages.ts';
import type { RotationActions } from './rotation-actions.ts';

interface OldTokenProps {
  mark: TokenMark;
  /** The token while it is in memory. */
  token: string | null;
  copy: RotationActions['copy'];
  messages: Messages;
}

export function OldToken({ mark, token, copy, messages }: OldTokenProps) {
  return (
    <div class="old-token">
      <p class="facts">{t('rotation_oldMark', markText(mark))}</p>
      {token !== null && (
        <button type="button" class="inline" onClick={() => void copyOld(token, copy, messages)}>
          {t('rotation_copyOld')}
        </button>
      )}
      <p class="facts">{t(token === null ? 'rotation_old_gone' : 'rotation_old_text')}</p>
    </div>
  );
}

async function copyOld(token: string, copy: RotationActions['copy'], { say, clear }: Messages): Promise<void> {
  clear();
  const result = await copy(token);
  if (result === 'copied') say('status', t('rotation_oldCopied'));
  else say('alert', t('notCopied_refused'));
}
