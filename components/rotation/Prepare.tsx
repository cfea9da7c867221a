/** Before the change: which places will stop, where each is changed, and why it is done. */
import { t } from '../../lib/i18n.ts';
import { Abandon } from './Abandon.tsx';
import { NoPlaces } from './NoPlaces.tsx';
import { NoteField } from './NoteField.tsx';
import { PlaceItems } from './PlaceItems.tsx';
import type { StepProps } from './step-props.ts';

export function Prepare(props: StepProps) {
  const { rotation, actions, rotate, rotateOrSay, onAsk } = props;
  const isDelete = rotation.path === 'delete';
  return (
    <>
      <p>{t(isDelete ? 'rotation_whatStops_text' : 'rotation_prepare_text')}</p>
      {rotation.items.length === 0 ? (
        <NoPlaces goTo={actions.goTo} />
      ) : (
        <PlaceItems {...props} canTick={false} copy={null} />
      )}
      <NoteField rotation={rotation} rotate={rotate} />
      <button
        type="button"
        class={isDelete ? 'secondary danger' : 'primary'}
        data-primary
        onClick={() => onAsk(isDelete ? 'delete' : 'regenerate')}
      >
        {t(isDelete ? 'delete' : 'regenerate')}
      </button>
      <Abandon isChanged={false} onAbandon={() => rotateOrSay({ type: 'abandon' })} />
    </>
  );
}
