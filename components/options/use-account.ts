/** Which account the options page is about: the one seen last, unless another is chosen. */
import { useCallback } from 'preact/hooks';
import { currentAccount } from '../../lib/state/desk.ts';
import { own } from '../../lib/state/own.ts';
import type { Account, Accounts } from '../../lib/state/schemas.ts';
import { useDraft } from '../use-draft.ts';

/**
 * The account, null where none is known, and the choice of another. The choice survives a reload, and counts as long as
 * the same account is the one seen last: settings of one that nobody is at could be taken for those of the one in sight.
 */
export function useAccount(accounts: Accounts): { account: Account | null; choose(key: string): void } {
  const current = accounts.current ?? '';
  const { values, set } = useDraft(`options ${current}`, { account: current });
  const choose = useCallback((key: string) => set('account', key), [set]);
  return { account: own(accounts.byKey, values.account) ?? currentAccount(accounts), choose };
}
