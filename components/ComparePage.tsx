/** "Is this the one?": tells which token a pasted text is. What is pasted stays in the field, and goes with the page. */
import { useEffect, useState } from 'preact/hooks';
import type { PastToken } from '../lib/compare.ts';
import { t } from '../lib/i18n.ts';
import type { Account } from '../lib/state/schemas.ts';
import { Comparison } from './Comparison.tsx';
import type { PopupActions } from './popup-actions.ts';

interface ComparePageProps {
  account: Account;
  /** The token while it is in memory. */
  token: string | null;
  actions: Pick<PopupActions, 'pastTokens'>;
  /** What stands in the field at first; for the gallery. */
  initialPasted: string;
}

export function ComparePage({ account, token, actions, initialPasted }: ComparePageProps) {
  const [pasted, setPasted] = useState(initialPasted);
  const past = usePastTokens(account, actions);
  return (
    <div class="panel compare">
      <label for="pasted">{t('options_compare_field')}</label>
      {/* The value is set as a property: no attribute ever holds what may be a token. */}
      <input
        id="pasted"
        data-primary
        value={pasted}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="pasted-text"
        onInput={(event) => setPasted(event.currentTarget.value)}
      />
      <Comparison pasted={pasted} current={account.mark} token={token} past={past} />
      <p class="small" id="pasted-text">
        {t('options_compare_text')}
      </p>
    </div>
  );
}

/** The tokens of the account that were replaced, once they have been read. */
function usePastTokens({ key, mark }: Account, actions: ComparePageProps['actions']): readonly PastToken[] | null {
  const [past, setPast] = useState<readonly PastToken[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const take = (tokens: readonly PastToken[]) => isOver || setPast(tokens);
    // Without the record, the current token can still be told.
    actions.pastTokens(key).then(take, () => take([]));
    return () => {
      isOver = true;
    };
  }, [key, mark, actions]);
  return past;
}
