/** Why the token is replaced: kept with the rotation as soon as the person pauses, and refused at the field. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { RefusalCode } from '../../lib/rotation/events.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import { useRefusedSecret } from '../use-refused-secret.ts';
import { refusalText } from './refusal-text.ts';
import type { Rotate } from './rotate.ts';

/** A pause in typing after which it is kept. */
const pauseMs = 600;

export function NoteField({ rotation, rotate }: { rotation: Rotation; rotate: Rotate }) {
  const { value, refused, type, save } = useNote(rotation, rotate);
  return (
    <div class="entry">
      <label for="rotation-reason">{t('rotation_reason')}</label>
      <textarea
        id="rotation-reason"
        rows={2}
        value={value}
        aria-invalid={refused ? true : undefined}
        aria-describedby="rotation-reason-hint"
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={save}
      />
      <p id="rotation-reason-hint" class={refused ? 'error' : 'small'} aria-live="polite">
        {refused ? refusalText(refused) : t('rotation_reason_hint')}
      </p>
    </div>
  );
}

/** What stands in the field: what is typed here, until the field is left and it is kept, else what is kept. */
function useNote(rotation: Rotation, rotate: Rotate) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState<RefusalCode | null>(null);
  const tried = useRef(rotation.reason);
  const holdsSecret = useRefusedSecret();
  // Each key counts: it may be gone again before the pause is over.
  const hasSecret = typed !== null && holdsSecret(typed);
  const keep = () => {
    const reason = typed?.trim() ?? tried.current;
    if (reason === tried.current) return;
    tried.current = reason;
    setRefused(hasSecret ? 'reasonLooksLikeASecret' : rotate({ type: 'note', reason }));
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => latest.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  // The page may go before the pause is over.
  useEffect(() => () => latest.current(), []);
  return { value: typed ?? rotation.reason, refused, type: setTyped, save: keep };
}
