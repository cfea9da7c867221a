/** Where outcomes and failures are said: two live regions that exist from the first paint, in a reserved place. */
import { t } from '../lib/i18n.ts';
import { type Notice, noticeId } from '../lib/state/desk.ts';
import type { Aside } from './around/Aside.tsx';
import { noticeText, type Said } from './notice-text.ts';
import type { Message } from './use-messages.ts';

interface StatusLineProps {
  notice: Notice | null;
  message: Message | null;
  /** Stands here while there is nothing to say. */
  hint: string | null;
  /** What stands here besides, with buttons of its own. */
  aside?: Aside;
  /** The notice with this id (`noticeId`) has been read. */
  onDismiss(notice: string): void;
  /** Starts a rotation for the change that the notice tells of; null: there is none to start. */
  onStartRotation?: (() => void) | null;
}

export function StatusLine({ notice, message, hint, aside = {}, onDismiss, onStartRotation }: StatusLineProps) {
  const noticed = notice && noticeText(notice);
  return (
    <div class="said">
      <div class="words">
        <Region role="status" noticed={noticed} message={message} />
        <Region role="alert" noticed={noticed} message={message} />
        <div aria-live="polite">{aside.question}</div>
        {aside.silent}
        {hint && !notice && !message && !aside.question && !aside.silent && <p class="small">{hint}</p>}
      </div>
      {notice && (
        <div class="answers">
          {/* A button of its own for each notice: what is left of a double click is not for the next one. */}
          <button key={noticeId(notice)} type="button" class="inline" onClick={() => onDismiss(noticeId(notice))}>
            {t('ok')}
          </button>
          {onStartRotation && (
            <button type="button" class="inline" onClick={onStartRotation}>
              {t('startRotation')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Keyed by serial: the same words said again are new words to a screen reader. */
function Region({ role, noticed, message }: { role: Said['role']; noticed: Said | null; message: Message | null }) {
  return (
    <div role={role} aria-atomic={false}>
      {noticed?.role === role && <p key={noticed.text}>{unbroken(noticed.text)}</p>}
      {message?.role === role && <p key={`said ${message.serial}`}>{message.text}</p>}
    </div>
  );
}

/** Keeps "…3f9a" on one line: browsers would break after the dots. */
function unbroken(text: string) {
  return text.split(/(…\S+)/).map((part) => (part.startsWith('…') ? <span class="unbroken">{part}</span> : part));
}
