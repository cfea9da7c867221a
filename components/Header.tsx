/** Says whose token it is, always; on other pages than the token's also which page it is, with the way back. */
import { t } from '../lib/i18n.ts';
import type { Account, PopupPage } from '../lib/state/schemas.ts';

/** What an account is called: its label, else its organisation, else the site it is on. */
export function accountName(account: Account): string {
  if (account.label) return account.label;
  return account.orgId ? t('account_organisation', account.orgId) : new URL(account.origin).host;
}

interface HeaderProps {
  account: Account | null;
  page: PopupPage;
  onBack(): void;
}

export function Header({ account, page, onBack }: HeaderProps) {
  return (
    <header>
      {page === 'token' ? (
        <h1>{t('title')}</h1>
      ) : (
        <div class="where">
          <button type="button" class="inline" data-back onClick={onBack}>
            {t('back')}
          </button>
          <h1>{t(`page_${page}`)}</h1>
        </div>
      )}
      <bdi class="account">{account ? accountName(account) : t('account_none')}</bdi>
    </header>
  );
}
