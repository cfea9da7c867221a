/** "Is this the one?": tells which token a pasted text is. The text is kept nowhere. */
import { useEffect, useState } from 'preact/hooks';
import { type Comparison, compare } from '../../lib/compare.ts';
import { t } from '../../lib/i18n.ts';
import { pastMarks } from '../../lib/record/history.ts';
import { dayOf } from '../dates.ts';
import { Section } from './Section.tsx';
import type { AccountProps } from './section-props.ts';
import { TextField } from './TextField.tsx';

export function CompareSection({ account, state }: AccountProps) {
  const [pasted, setPasted] = useState('');
  const [result, setResult] = useState<Comparison>({ kind: 'empty' });
  const { history } = state;
  useEffect(() => {
    let isOver = false;
    const known = { current: account.mark, past: pastMarks(history, account.key) };
    // The digest is the browser's own, and does not fail.
    void compare(pasted, known).then((found) => isOver || setResult(found));
    return () => {
      isOver = true;
    };
  }, [pasted, account, history]);
  return (
    <Section id="compare" title={t('options_compare')} text={t('options_compare_text')}>
      <TextField
        id="compare-text"
        kind="secret"
        label={t('options_compare_field')}
        hint={t('options_compare_hint')}
        value={pasted}
        onInput={setPasted}
      />
      <p class="result" aria-live="polite" data-result={result.kind}>
        {resultText(result)}
      </p>
    </Section>
  );
}

function resultText(result: Comparison): string {
  switch (result.kind) {
    case 'empty':
      return '';
    case 'older':
      return t('options_compare_older', dayOf(result.replacedAt));
    case 'current':
    case 'unknown':
      return t(`options_compare_${result.kind}`);
  }
}
