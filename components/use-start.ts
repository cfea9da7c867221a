/** Starting an operation: a wish for each confirm, bound to what the person saw. */
import { useCallback } from 'preact/hooks';
import { newId } from '../lib/new-id.ts';
import type { Shown } from '../lib/state/desk.ts';
import type { Account, OperationKind, TokenMark } from '../lib/state/schemas.ts';
import type { PopupActions } from './popup-actions.ts';

/**
 * A function that sends one `start` for `account`, bound to the token the person saw (null: no token) and to the newest
 * intent they could see: of two presses for the same, or in two popups, the background takes the one that comes first.
 */
export function useStart({ newest }: Shown, send: PopupActions['send']) {
  return useCallback(
    (kind: OperationKind, account: Account, expected: TokenMark | null) =>
      send({ type: 'start', wish: newId(), after: newest, kind, account: account.key, expected }),
    [newest, send],
  );
}
