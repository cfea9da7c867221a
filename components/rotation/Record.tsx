/** The end: what was done, told once more, taken along for the change ticket, and closed. */
import { t } from '../../lib/i18n.ts';
import { proofState } from '../../lib/rotation/proof.ts';
import type { Item } from '../../lib/rotation/rotation.ts';
import { Button } from '../Button.tsx';
import { momentOf } from '../dates.ts';
import { Downtime } from './Downtime.tsx';
import { NoteField } from './NoteField.tsx';
import { Proofs } from './Proofs.tsx';
import { RecordExport } from './RecordExport.tsx';
import type { StepProps } from './step-props.ts';

export function Record(props: StepProps) {
  const { rotation, rotate, rotateOrSay } = props;
  const { complete } = proofState(rotation);
  return (
    <>
      <Summary {...props} />
      {!complete && <p>{t('rotation_close_unproven')}</p>}
      <NoteField rotation={rotation} rotate={rotate} />
      <RecordExport {...props} />
      <div class="go-on">
        <Button
          text={t(rotation.to ? 'rotation_backToProof' : 'rotation_backToList')}
          onPress={() => rotateOrSay({ type: 'goBack' })}
        />
        <Button
          primary
          text={t('rotation_close')}
          onPress={() => rotateOrSay({ type: 'close', as: complete ? 'completed' : 'unproven' })}
        />
      </div>
    </>
  );
}

function Summary({ rotation, shown, now, actions }: StepProps) {
  const count = (state: Item['state']) => rotation.items.filter((item) => item.state === state).length;
  return (
    <>
      <Downtime rotation={rotation} clock={actions.clock} />
      <dl>
        <dt>{t('rotation_summary_started')}</dt>
        <dd>{momentOf(rotation.startedAt, now)}</dd>
        <dt>{t('page_places')}</dt>
        <dd>{t('rotation_summary_counts', count('done'), count('skipped'))}</dd>
        <Proofs rotation={rotation} now={now} isOldGone={shown.around.oldToken === null} />
      </dl>
    </>
  );
}
