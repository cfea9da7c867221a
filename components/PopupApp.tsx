/** The popup at work: it follows the stored state, and sends what the person asks for. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { type Desk, shownOf } from '../lib/state/desk.ts';
import { watchDesk } from '../lib/state/store.ts';
import { liveActions as actions } from './live-actions.ts';
import { Popup } from './Popup.tsx';
import { useNow } from './use-now.ts';

/** How often an open popup keeps the background from falling asleep (ms); browsers end one that hears nothing for 30 s. */
const awakeEvery = 20_000;

/** `initial` is the state the popup paints at once, before anything is asked of the background. */
export function PopupApp({ initial }: { initial: Desk }) {
  const [desk, setDesk] = useState(initial);
  const now = useNow();
  // An effect of the next frame would come late, and in a window behind others later still.
  useLayoutEffect(() => {
    const stop = watchDesk(setDesk);
    actions.send({ type: 'opened' });
    // A confirm and then a click elsewhere: a message to one that has yet to wake up would go with the popup.
    const timer = setInterval(() => actions.send({ type: 'stayAwake' }), awakeEvery);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);
  const shown = useMemo(() => shownOf(desk), [desk]);
  return <Popup shown={shown} now={now} actions={actions} />;
}
