/** Whose token it is, so that nobody changes another one by mistake. */
import { ageOf } from '../lib/age.ts';
import { t } from '../lib/i18n.ts';
import type { Account, TokenMark } from '../lib/state/schemas.ts';
import { formatFingerprint } from '../lib/token.ts';

interface TokenIdentityProps {
  account: Account;
  mark: TokenMark;
  now: number;
}

export function TokenIdentity({ account, mark, now }: TokenIdentityProps) {
  const fingerprint = t('fingerprint', formatFingerprint(mark.fingerprint));
  return (
    <dl>
      <dt>{t('dialog_account')}</dt>
      <dd>
        <bdi>{account.label ?? t('dialog_account_unknown')}</bdi>
      </dd>
      {account.orgId && <dt>{t('dialog_organisation')}</dt>}
      {account.orgId && (
        <dd>
          <bdi>{account.orgId}</bdi>
        </dd>
      )}
      <dt>{t('dialog_token')}</dt>
      <dd class="facts">
        {mark.lastFour !== null && <span>{t('mark_lastFour', mark.lastFour)}</span>}
        <span>{fingerprint}</span>
      </dd>
      <dt>{t('dialog_age')}</dt>
      <dd>{ageOf(account.since, now)}</dd>
    </dl>
  );
}
