/** "Is this the one?": tells which token a pasted text is. The text is kept nowhere. */
import { useMemo, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { pastMarks } from '../../lib/record/history.ts';
import { own } from '../../lib/state/own.ts';
import { Comparison } from '../Comparison.tsx';
import { TextField } from '../TextField.tsx';
import { Section } from './Section.tsx';
import type { AccountProps } from './section-props.ts';

export function CompareSection({ account, state: { history, desk } }: AccountProps) {
  const [pasted, setPasted] = useState('');
  const past = useMemo(() => pastMarks(history, account.key), [history, account.key]);
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
      <Comparison
        pasted={pasted}
        current={account.mark}
        token={own(desk.secrets, account.key)?.token ?? null}
        past={past}
      />
    </Section>
  );
}
