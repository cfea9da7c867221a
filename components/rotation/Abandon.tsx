/** Ends a rotation before its time: the second press, within the page, is what does it. */
import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { useNextFocus } from './use-step-focus.ts';

interface AbandonProps {
  /** Whether the token has changed since the rotation began. */
  isChanged: boolean;
  onAbandon(): void;
}

export function Abandon({ isChanged, onAbandon }: AbandonProps) {
  const part = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  const moveOn = useNextFocus(part, String(isAsked));
  const ask = (asked: boolean) => {
    moveOn();
    setAsked(asked);
  };
  return (
    <div class="abandon" ref={part}>
      {isAsked ? (
        <>
          <p id="abandon-text">{t(isChanged ? 'rotation_abandon_changed' : 'rotation_abandon_unchanged')}</p>
          <div class="row">
            <button
              type="button"
              class="secondary"
              data-next
              aria-describedby="abandon-text"
              onClick={() => ask(false)}
            >
              {t('rotation_keep')}
            </button>
            <button type="button" class="secondary danger" aria-describedby="abandon-text" onClick={onAbandon}>
              {t('rotation_abandonNow')}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="inline" data-next onClick={() => ask(true)}>
          {t('rotation_abandon')}
        </button>
      )}
    </div>
  );
}
