/** The popup at work: it follows the stored state, and sends what the person asks for. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { requestAccess } from '../lib/access.ts';
import { copy } from '../lib/clipboard.ts';
import { sendRequest } from '../lib/send.ts';
import { type Desk, shownOf } from '../lib/state/desk.ts';
import { watchDesk } from '../lib/state/store.ts';
import { Popup } from './Popup.tsx';
import type { PopupActions } from './popup-actions.ts';

/** Ages and "today" stay right in a popup that is left open. */
const clockMs = 60_000;

const actions: PopupActions = {
  send: (request) => void sendRequest(request),
  requestAccess,
  copy,
};

/** `initial` is the state the popup paints at once, before anything is asked of the background. */
export function PopupApp({ initial }: { initial: Desk }) {
  const [desk, setDesk] = useState(initial);
  const now = useNow();
  // An effect of the next frame would come late, and in a window behind others later still.
  useLayoutEffect(() => {
    const stop = watchDesk(setDesk);
    actions.send({ type: 'opened' });
    return stop;
  }, []);
  const shown = useMemo(() => shownOf(desk), [desk]);
  return <Popup shown={shown} now={now} actions={actions} />;
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), clockMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
