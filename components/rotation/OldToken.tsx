/** The token that was replaced: good for finding where it still stands, and shown nowhere. */
import { t } from '../../lib/i18n.ts';
import { Button } from '../Button.tsx';
import type { Messages } from '../use-messages.ts';
import type { RotationActions } from './rotation-actions.ts';

interface OldTokenProps {
  /** The token while it is in memory. */
  token: string | null;
  copy: RotationActions['copy'];
  messages: Messages;
}

export function OldToken({ token, copy, messages }: OldTokenProps) {
  if (token === null) return <p class="facts">{t('rotation_old_gone')}</p>;
  return (
    <div class="old-token">
      <p class="facts">{t('rotation_old_text')}</p>
      <Button text={t('rotation_copyOld')} onPress={() => void copyOld(token, copy, messages)} />
    </div>
  );
}

async function copyOld(token: string, copy: RotationActions['copy'], { say, clear }: Messages): Promise<void> {
  clear();
  const result = await copy(token);
  if (result === 'copied') say('status', t('rotation_oldCopied'));
  else say('alert', t('notCopied_refused'));
}
