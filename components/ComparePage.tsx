/** "Is this the one?": tells which token a pasted text is. What is pasted stays in the field, and goes with the page. */
import { useEffect, useState } from 'preact/hooks';
import { type Comparison, compare, type PastToken } from '../lib/compare.ts';
import { t } from '../lib/i18n.ts';
import type { Account } from '../lib/state/schemas.ts';
import { dayOf } from './dates.ts';
import type { PopupActions } from './popup-actions.ts';

interface ComparePageProps {
  account: Account;
  actions: Pick<PopupActions, 'pastTokens'>;
  /** What stands in the field at first; for the gallery. */
  initialPasted: string;
}

export function ComparePage({ account, actions, initialPasted }: ComparePageProps) {
  const [pasted, setPasted] = useState(initialPasted);
  const comparison = useComparison(pasted, account, actions);
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
      <p class="result" aria-live="polite" data-result={comparison.kind}>
        {resultText(comparison)}
      </p>
      <p class="small" id="pasted-text">
        {t('options_compare_text')}
      </p>
    </div>
  );
}

/** What the text is, as soon as it is known; the newest text counts. */
function useComparison(pasted: string, account: Account, actions: ComparePageProps['actions']): Comparison {
  const { key, mark } = account;
  const [past, setPast] = useState<readonly PastToken[] | null>(null);
  const [comparison, setComparison] = useState<Comparison>({ kind: 'empty' });
  useEffect(() => {
    let isOver = false;
    const take = (tokens: readonly PastToken[]) => isOver || setPast(tokens);
    // Without the record, the current token can still be told.
    actions.pastTokens(key).then(take, () => take([]));
    return () => {
      isOver = true;
    };
  }, [key, mark, actions]);
  useEffect(() => {
    let isOver = false;
    // The digest is the browser's own, and does not fail.
    if (past) void compare(pasted, { current: mark, past }).then((found) => isOver || setComparison(found));
    return () => {
      isOver = true;
    };
  }, [pasted, mark, past]);
  return comparison;
}

function resultText(comparison: Comparison): string {
  switch (comparison.kind) {
    case 'empty':
      return '';
    case 'older':
      return t('options_compare_older', dayOf(comparison.replacedAt));
    case 'current':
    case 'unknown':
      return t(`options_compare_${comparison.kind}`);
  }
}
