/** The state people come for: the token, what is known of it, and Copy. */
import type { RefObject } from 'preact';
import { ageOf } from '../lib/age.ts';
import { t } from '../lib/i18n.ts';
import type { Account, TokenMark } from '../lib/state/schemas.ts';
import { formatFingerprint, maskOf } from '../lib/token.ts';
import { Icon } from './Icon.tsx';
import { TokenField } from './TokenField.tsx';

interface TokenPanelProps {
  account: Account;
  mark: TokenMark;
  /** The token while it is in memory. */
  token: string | null;
  isShown: boolean;
  isCopied: boolean;
  now: number;
  field: RefObject<HTMLInputElement | null>;
  onCopy(): void;
  onToggle(): void;
}

export function TokenPanel({ account, mark, token, isShown, isCopied, now, ...rest }: TokenPanelProps) {
  const copyInstead = (data: DataTransfer) => {
    if (token === null) return false;
    data.setData('text/plain', token);
    return true;
  };
  return (
    <div class="panel">
      <TokenField
        value={isShown && token !== null ? token : maskOf(mark.lastFour)}
        isShown={isShown}
        field={rest.field}
        onToggle={rest.onToggle}
        onCopyMask={copyInstead}
      />
      <TokenFacts account={account} mark={mark} now={now} />
      <button type="button" class="primary" data-primary onClick={rest.onCopy}>
        <Icon name={isCopied ? 'done' : 'copy'} />
        {t('copyToken')}
      </button>
    </div>
  );
}

/** Fingerprint and age, on one line where they fit. */
export function TokenFacts({ account, mark, now }: { account: Account; mark: TokenMark; now: number }) {
  return (
    <p class="facts">
      <span>{t('fingerprint', formatFingerprint(mark.fingerprint))}</span>
      <span>{ageOf(account.since, now)}</span>
    </p>
  );
}
