/** Starting an operation: one request per wish, however often the button is pressed. */
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { newId } from '../lib/new-id.ts';
import type { Shown } from '../lib/state/desk.ts';
import type { Account, OperationKind, TokenMark } from '../lib/state/schemas.ts';
import type { PopupActions } from './popup-actions.ts';

/** Presses for the same this close together are one wish; the background keeps the same promise for any distance. */
const sameWishMs = 1000;

/**
 * A function that sends one `start` for `account`, bound to the token the person saw (null: no token). Once that wish is
 * seen to be under way, or to have ended, the next press is another one, however soon it comes.
 */
export function useStart({ view, notice }: Shown, send: PopupActions['send']) {
  const last = useRef({ wish: '', at: 0 });
  const isUnderWay = view.name === 'working';
  const ended = notice?.name === 'done' || notice?.name === 'notDone' ? notice.intent : null;
  useLayoutEffect(() => {
    last.current = { wish: '', at: 0 };
  }, [isUnderWay, ended]);
  return useCallback(
    (kind: OperationKind, account: Account, expected: TokenMark | null) => {
      const wish = `${kind} ${account.key} ${expected?.fingerprint}`;
      if (wish === last.current.wish && Date.now() - last.current.at < sameWishMs) return;
      last.current = { wish, at: Date.now() };
      send({ type: 'start', wish: newId(), kind, account: account.key, expected });
    },
    [send],
  );
}
