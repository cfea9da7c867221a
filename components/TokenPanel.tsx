/** The state people come for: the token, what is known of it, and Copy. */
import { ageOf } from '../lib/age.ts';
import { t } from '../lib/i18n.ts';
import type { Account, TokenMark } from '../lib/state/schemas.ts';
import { formatFingerprint, maskOf } from '../lib/token.ts';
import { Icon } from './Icon.tsx';
import { TokenField } from './TokenField.tsx';
import type { TokenDeeds } from './use-token-deeds.ts';

interface TokenPanelProps {
  account: Account;
  mark: TokenMark;
  /** The token while it is in memory. */
  token: string | null;
  isCopied: boolean;
  now: number;
  deeds: TokenDeeds;
  onCopyAs(): void;
}

export function TokenPanel({ account, mark, token, isCopied, now, deeds, onCopyAs }: TokenPanelProps) {
  const { isShown } = deeds.reveal;
  return (
    <div class="panel">
      <TokenField
        value={isShown && token !== null ? token : maskOf(mark.lastFour)}
        isShown={isShown}
        token={token}
        field={deeds.field}
        onToggle={deeds.toggle}
        onCopied={deeds.copiedByHand}
      />
      <TokenFacts account={account} mark={mark} now={now} />
      <div class="row copy">
        <button type="button" class="primary" data-primary onClick={deeds.copy}>
          <Icon name={isCopied ? 'done' : 'copy'} />
          {t('copyToken')}
        </button>
        <button type="button" class="secondary" data-leads="copyAs" onClick={onCopyAs}>
          {t('copyAs')}
        </button>
      </div>
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
