/** Where outcomes and failures are said: two live regions that exist from the first paint, in a reserved place. */
import { t } from '../lib/i18n.ts';
import type { Notice } from '../lib/state/desk.ts';
import { noticeText, type Said } from './notice-text.ts';
import type { Message } from './use-messages.ts';

interface StatusLineProps {
  notice: Notice | null;
  message: Message | null;
  onDismiss(): void;
}

export function StatusLine({ notice, message, onDismiss }: StatusLineProps) {
  const noticed = notice && noticeText(notice);
  return (
    <div class="said">
      <div>
        <Region role="status" noticed={noticed} message={message} />
        <Region role="alert" noticed={noticed} message={message} />
      </div>
      {notice && (
        <button type="button" class="inline" onClick={onDismiss}>
          {t('ok')}
        </button>
      )}
    </div>
  );
}

/** Keyed by serial: the same words said again are new words to a screen reader. */
function Region({ role, noticed, message }: { role: Said['role']; noticed: Said | null; message: Message | null }) {
  return (
    <div role={role} aria-atomic={false}>
      {noticed?.role === role && <p key={noticed.text}>{noticed.text}</p>}
      {message?.role === role && <p key={`said ${message.serial}`}>{message.text}</p>}
    </div>
  );
}
