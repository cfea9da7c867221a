/** After the change: each place gets the new token, or is rid of the old one, while the clock runs. */
import { t, tn } from '../../lib/i18n.ts';
import { leftOf } from '../../lib/rotation/clock.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import { markText } from '../mark-text.ts';
import { Abandon } from './Abandon.tsx';
import { Downtime } from './Downtime.tsx';
import { NoPlaces } from './NoPlaces.tsx';
import { OldToken } from './OldToken.tsx';
import { PlaceItems } from './PlaceItems.tsx';
import type { StepProps } from './step-props.ts';

export function Replace(props: StepProps) {
  const { rotation, account, shown, actions, messages, rotateOrSay, copyAs } = props;
  const { from, to, items } = rotation;
  return (
    <>
      <div class="change">
        <Downtime rotation={rotation} clock={actions.clock} />
        {to && <p class="facts">{t('rotation_newMark', markText(to))}</p>}
        <OldToken mark={from} token={shown.around.oldToken} {...{ account, actions, messages }} />
      </div>
      {items.length === 0 ? (
        <NoPlaces goTo={actions.goTo} />
      ) : (
        <>
          <p>{t(to ? 'rotation_replace_text' : 'rotation_remove_text')}</p>
          <PlaceItems {...props} canTick copy={to && copyAs} />
        </>
      )}
      <GoOn {...props} />
      <Abandon isChanged onAbandon={() => rotateOrSay({ type: 'abandon' })} />
    </>
  );
}

function leftText(rotation: Rotation): string {
  if (rotation.items.length === 0) return '';
  const left = leftOf(rotation);
  return left === 0 ? t('rotation_noneLeft') : tn('rotation_left', left);
}

/** What is left to do, always in sight, and the way on once it is done. */
function GoOn({ rotation, rotateOrSay }: StepProps) {
  const isReady = leftOf(rotation) === 0;
  return (
    <div class="go-on">
      <p id="places-left" aria-live="polite">
        {leftText(rotation)}
      </p>
      <button
        type="button"
        class="primary"
        data-primary={isReady || undefined}
        aria-disabled={!isReady || undefined}
        aria-describedby="places-left"
        // Refused with the reason while places are open.
        onClick={() => rotateOrSay({ type: 'goOn' })}
      >
        {t(rotation.to ? 'rotation_toProof' : 'rotation_toRecord')}
      </button>
    </div>
  );
}
