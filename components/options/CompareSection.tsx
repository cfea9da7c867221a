/** "Is this the one?": tells which token a pasted text is. The text is kept nowhere. */
import { useRef, useState } from 'preact/hooks';
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
  const latest = useRef(0);
  const look = async (text: string) => {
    setPasted(text);
    latest.current += 1;
    const turn = latest.current;
    const found = await compare(text, { current: account.mark, past: pastMarks(state.history, account.key) });
    if (turn === latest.current) setResult(found);
  };
  return (
    <Section id="compare" title={t('options_compare')} text={t('options_compare_text')}>
      <TextField
        id="compare-text"
        kind="secret"
        label={t('options_compare_field')}
        hint={t('options_compare_hint')}
        value={pasted}
        onInput={(text) => void look(text)}
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
