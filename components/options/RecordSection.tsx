/** The record of one account: what happened, newest first, and its exports. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { detailsText, tokenText, type Writing } from '../../lib/record/describe.ts';
import type { Entry } from '../../lib/record/entry.ts';
import { entriesOf, mostEntries } from '../../lib/record/history.ts';
import { wordFor } from '../../lib/record/labels.ts';
import { localOffset } from '../../lib/record/written.ts';
import { Button } from '../Button.tsx';
import { recordLabels } from '../record-labels.ts';
import { recordFile, recordKinds } from './record-file.ts';
import { Section } from './Section.tsx';
import type { AccountProps } from './section-props.ts';

/** So many entries are drawn at first, and more at each wish. */
const drawnAtOnce = 100;

export function RecordSection(props: AccountProps) {
  const { account, state, around, now, actions, messages } = props;
  const entries = useMemo(() => entriesOf(state.history, account.key), [state.history, account.key]);
  const writing = useMemo(
    () => ({ labels: recordLabels(around.templates), offsetAt: localOffset }),
    [around.templates],
  );
  return (
    <Section id="record" title={t('options_record')} text={t('options_record_text', mostEntries)}>
      {entries.length === 0 ? (
        <p class="small">{t('options_record_none')}</p>
      ) : (
        <Entries entries={entries} writing={writing} />
      )}
      <h3>{t('options_record_export')}</h3>
      <p>{t('options_record_export_text')}</p>
      <div class="row">
        {recordKinds.map((kind) => (
          <Button
            key={kind}
            text={t(`options_record_export_${kind}`)}
            onPress={() => {
              const file = recordFile(kind, { account, entries }, now, writing);
              actions.download(file);
              messages.say('status', t('options_exported', file.name));
            }}
          />
        ))}
      </div>
    </Section>
  );
}

function Entries({ entries, writing }: { entries: readonly Entry[]; writing: Writing }) {
  const [most, setMost] = useState(drawnAtOnce);
  const firstNew = useRef<HTMLLIElement>(null);
  const shown = entries.slice(-most).reverse();
  const times = useMemo(() => new Intl.DateTimeFormat(t('locale'), { dateStyle: 'medium', timeStyle: 'medium' }), []);
  // The button may have gone with the last of them, so the focus goes on to what it brought.
  useEffect(() => {
    if (most > drawnAtOnce) firstNew.current?.focus();
  }, [most]);
  return (
    <>
      <p class="small">{t('options_record_count', shown.length, entries.length)}</p>
      <ol class="entries" aria-label={t('options_record_list')}>
        {shown.map((entry, index) => (
          <li key={entry.id} {...(index === most - drawnAtOnce && { ref: firstNew, tabIndex: -1 })}>
            <EntryLine {...{ entry, writing, times }} />
          </li>
        ))}
      </ol>
      {entries.length > most && (
        <Button text={t('options_record_more')} onPress={() => setMost((before) => before + drawnAtOnce)} />
      )}
    </>
  );
}

interface EntryLineProps {
  entry: Entry;
  writing: Writing;
  times: Intl.DateTimeFormat;
}

function EntryLine({ entry: { at, event }, writing, times }: EntryLineProps) {
  const { labels } = writing;
  const details = [tokenText(event, labels), detailsText(event, writing)].filter((text) => text !== '');
  return (
    <>
      <time class="small" dateTime={new Date(at).toISOString()}>
        {times.format(at)}
      </time>
      <p>
        <strong>{wordFor(labels.events, event.kind)}</strong>
        {details.map((detail) => (
          <span key={detail}> · {detail}</span>
        ))}
      </p>
    </>
  );
}
