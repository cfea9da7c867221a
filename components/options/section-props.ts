/** What the sections of the options page are given. */
import type { Around } from '../../lib/state/around.ts';
import type { OptionsState } from '../../lib/state/options.ts';
import type { Account } from '../../lib/state/schemas.ts';
import type { Messages } from '../use-messages.ts';
import type { OptionsActions } from './options-actions.ts';

export interface PageProps {
  state: OptionsState;
  /** What stands around the account that was chosen; the settings that all accounts share, where there is none. */
  around: Around;
  /** Epoch ms. */
  now: number;
  actions: OptionsActions;
  messages: Messages;
}

/** A section of one account: another account's is another section, so that nothing is left standing in it. */
export interface AccountProps extends PageProps {
  account: Account;
}
