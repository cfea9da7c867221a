/** "Is this the one?", answered: which token a pasted text is, said as soon as it is known. */
import { useEffect, useState } from 'preact/hooks';
import { compare, type Comparison as Found, type PastToken } from '../lib/compare.ts';
import { t } from '../lib/i18n.ts';
import type { TokenMark } from '../lib/state/schemas.ts';
import { dayOf } from './dates.ts';

interface ComparisonProps {
  pasted: string;
  current: TokenMark | null;
  /** The current token itself, while it is in memory. */
  token: string | null;
  /** The tokens that were replaced; null: not known yet, and nothing is said before. */
  past: readonly PastToken[] | null;
}

export function Comparison(props: ComparisonProps) {
  const found = useComparison(props);
  return (
    <p class="result" aria-live="polite" data-result={found.kind}>
      {resultText(found)}
    </p>
  );
}

/** What the text is; the newest text counts. */
function useComparison({ pasted, current, token, past }: ComparisonProps): Found {
  const [found, setFound] = useState<Found>({ kind: 'empty' });
  useEffect(() => {
    let isOver = false;
    // The digest is the browser's own, and does not fail.
    if (past) void compare(pasted, { current, token, past }).then((result) => isOver || setFound(result));
    return () => {
      isOver = true;
    };
  }, [pasted, current, token, past]);
  return found;
}

function resultText(found: Found): string {
  switch (found.kind) {
    case 'empty':
      return '';
    case 'older':
      return t('options_compare_older', dayOf(found.replacedAt));
    case 'current':
    case 'unknown':
      return t(`options_compare_${found.kind}`);
  }
}
