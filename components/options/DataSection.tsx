/** What is kept in this browser: all of it as a file, and the end of it. */
import { accountData } from '../../lib/export-data.ts';
import { t } from '../../lib/i18n.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { Button } from '../Button.tsx';
import { fileName } from '../download.ts';
import { Erase } from './Erase.tsx';
import { Section } from './Section.tsx';
import type { PageProps } from './section-props.ts';

interface DataSectionProps extends PageProps {
  account: Account | null;
}

export function DataSection(props: DataSectionProps) {
  const { account, state, now, actions, messages } = props;
  const exportAll = (whose: Account) => {
    const name = fileName('data', whose.label ?? whose.orgId ?? '', now, 'json');
    actions.download({ name, type: 'application/json', text: accountData(state, whose, now) });
    messages.say('status', t('options_exported', name));
  };
  return (
    <Section id="data" title={t('options_data')} text={t('options_data_text')}>
      {account && (
        <>
          <h3>{t('options_data_export')}</h3>
          <p>{t('options_data_export_text')}</p>
          <Button text={t('options_data_exportNow')} onPress={() => exportAll(account)} />
        </>
      )}
      <Erase state={state} actions={actions} messages={messages} />
    </Section>
  );
}
