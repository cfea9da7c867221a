/** Starting a rotation for a change that somebody else has made: its page is shown once the rotation is there. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Shown } from '../lib/state/desk.ts';
import type { PopupPage } from '../lib/state/schemas.ts';
import type { PopupActions } from './popup-actions.ts';

/** What starts it; null where the notice tells of no such change, no token was replaced, or a rotation is open. */
export function useStartRotation(
  { notice, around: { rotation } }: Shown,
  send: PopupActions['send'],
  goTo: (page: PopupPage) => void,
): (() => void) | null {
  const [isDue, setDue] = useState(false);
  useLayoutEffect(() => {
    if (!isDue || !rotation) return;
    setDue(false);
    goTo('rotation');
  }, [isDue, rotation, goTo]);
  if (notice?.name !== 'changedElsewhere' || !notice.change.from || rotation) return null;
  return () => {
    setDue(true);
    send({ type: 'beginRotation', account: notice.account, path: 'byHand' });
  };
}
