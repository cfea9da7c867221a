/** Says whose settings these are, always; and which account's, where there are several. */
import { t } from '../../lib/i18n.ts';
import type { Account, Accounts } from '../../lib/state/schemas.ts';
import { accountName } from '../Header.tsx';

interface OptionsHeaderProps {
  accounts: Accounts;
  account: Account | null;
  /** Told the key of an account. */
  onChoose(key: string): void;
}

export function OptionsHeader({ accounts, account, onChoose }: OptionsHeaderProps) {
  const all = Object.values(accounts.byKey);
  return (
    <header>
      <h1>{t('options_title')}</h1>
      {account && all.length > 1 ? (
        <div class="whose">
          <label for="account">{t('options_account')}</label>
          <select
            id="account"
            value={account.key}
            onChange={({ currentTarget }) => {
              const chosen = all[currentTarget.selectedIndex];
              if (chosen) onChoose(chosen.key);
            }}
          >
            {all.map((each) => (
              <option key={each.key} value={each.key}>
                {optionText(each)}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <bdi class="account">{account ? accountName(account) : t('account_none')}</bdi>
      )}
    </header>
  );
}

/** Two accounts may have the same label: with the organisation they are told apart. */
function optionText(account: Account): string {
  const { label, orgId } = account;
  return label && orgId ? t('options_account_option', label, orgId) : accountName(account);
}
