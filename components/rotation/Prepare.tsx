/** Before the change: which places will stop, where each is changed, and why it is done. */
import { t } from '../../lib/i18n.ts';
import { Abandon } from './Abandon.tsx';
import { NoPlaces } from './NoPlaces.tsx';
import { NoteField } from './NoteField.tsx';
import { PlaceItems } from './PlaceItems.tsx';
import type { StepProps } from './step-props.ts';

export function Prepare(props: StepProps) {
  const { rotation, actions, rotate, rotateOrSay } = props;
  const text = t(rotation.path === 'delete' ? 'rotation_whatStops_text' : 'rotation_prepare_text');
  return (
    <>
      <NoteField rotation={rotation} rotate={rotate} />
      {rotation.items.length === 0 ? (
        <NoPlaces goTo={actions.goTo} />
      ) : (
        <>
          <p>{text}</p>
          <PlaceItems {...props} canTick={false} copy={null} />
        </>
      )}
      <Change {...props} />
      <Abandon isChanged={false} onAbandon={() => rotateOrSay({ type: 'abandon' })} />
    </>
  );
}

/** The way to the change, in sight however many places there are. */
function Change({ rotation, onAsk }: StepProps) {
  const isDelete = rotation.path === 'delete';
  const kind = isDelete ? 'delete' : 'regenerate';
  return (
    <div class="go-on">
      <button type="button" class={isDelete ? 'secondary danger' : 'primary'} data-primary onClick={() => onAsk(kind)}>
        {t(kind)}
      </button>
    </div>
  );
}
