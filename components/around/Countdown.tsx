/** The clear of the clipboard that is to come, counted down in silence, with Clear now and Keep. */
import { useEffect, useState } from 'preact/hooks';
import { dueIn, type Pending } from '../../lib/clearing/clearing.ts';
import { t } from '../../lib/i18n.ts';
import type { PopupActions } from '../popup-actions.ts';
import { RowButton } from './Row.tsx';

interface CountdownProps {
  pending: Pending;
  actions: Pick<PopupActions, 'send' | 'clock'>;
}

export function Countdown({ pending, actions: { send, clock } }: CountdownProps) {
  const left = useTimeLeft(pending, clock);
  const isDue = left === 0;
  useEffect(() => {
    if (isDue) send({ type: 'clearDue' });
  }, [isDue, send]);
  return (
    <div class="countdown">
      {/* A timer is not read out each second. */}
      <p role="timer">{isDue ? t('clearing_due') : t('clearing_in', Math.ceil(left / 1000))}</p>
      <div class="answers">
        <RowButton text={t('clearing_now')} onPress={() => send({ type: 'clearNow', salt: pending.salt })} />
        <RowButton text={t('clearing_keep')} onPress={() => send({ type: 'keepClipboard', salt: pending.salt })} />
      </div>
    </div>
  );
}

/** Ms until `pending` is due, anew at each whole second: by the clock each time, as it may be set meanwhile. */
function useTimeLeft(pending: Pending, clock: () => number): number {
  const [beat, setBeat] = useState(0);
  const left = dueIn(pending, clock());
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setBeat(beat + 1), left % 1000 || 1000);
    return () => clearTimeout(timer);
  }, [beat, left]);
  return left;
}
