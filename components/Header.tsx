/** Says whose token this is, always. */
import { t } from '../lib/i18n.ts';
import type { Account } from '../lib/state/schemas.ts';

/** What an account is called: its label, else its organisation, else the site it is on. */
function accountName(account: Account): string {
  if (account.label) return account.label;
  return account.orgId ? t('account_organisation', account.orgId) : new URL(account.origin).host;
}

export function Header({ account }: { account: Account | null }) {
  return (
    <header>
      <h1>{t('title')}</h1>
      <bdi class="account">{account ? accountName(account) : t('account_none')}</bdi>
    </header>
  );
}
