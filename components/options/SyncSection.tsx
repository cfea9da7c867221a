/** Whether places go along with the browser's own sync, and what came of it last. */
import { t } from '../../lib/i18n.ts';
import { Button } from '../Button.tsx';
import { momentOf } from '../dates.ts';
import { CheckField } from './CheckField.tsx';
import { Section } from './Section.tsx';
import type { PageProps } from './section-props.ts';
import { whenStored } from './when-stored.ts';

export function SyncSection({ state, now, actions, messages }: PageProps) {
  const { sync } = state;
  const toggle = async (on: boolean) => {
    const text = t(on ? 'options_sync_isOn' : 'options_sync_isOff');
    if (await whenStored(actions.setSync(on), messages, text)) actions.send({ type: 'sync' });
  };
  return (
    <Section id="sync" title={t('options_sync')} text={t('options_sync_text')}>
      <CheckField
        id="sync-on"
        label={t('options_sync_on')}
        hint={t('options_sync_on_hint')}
        checked={sync}
        onToggle={(on) => void toggle(on)}
      />
      {sync && <LastSync report={state.syncReport} now={now} />}
      {sync && <Button text={t('options_sync_now')} onPress={() => actions.send({ type: 'sync' })} />}
    </Section>
  );
}

/** Comes and changes by itself, so it is announced. */
function LastSync({ report, now }: { report: PageProps['state']['syncReport']; now: number }) {
  return (
    <div aria-live="polite">
      <p class={report?.failed ? 'error' : undefined}>{lastText(report, now)}</p>
      {report !== null && report.left > 0 && <p class="warning">{t('options_sync_left', report.left)}</p>}
    </div>
  );
}

function lastText(report: PageProps['state']['syncReport'], now: number): string {
  if (report === null) return t('options_sync_never');
  return t(report.failed ? 'options_sync_failed' : 'options_sync_ran', momentOf(report.at, now));
}
