/** The proof that the change has worked: SnapEngage accepts the new token, and refuses the old one. */
import { t } from '../../lib/i18n.ts';
import { proofState } from '../../lib/rotation/proof.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import { Button } from '../Button.tsx';
import type { Messages } from '../use-messages.ts';
import { Proofs } from './Proofs.tsx';
import type { RotationActions } from './rotation-actions.ts';
import type { StepProps } from './step-props.ts';

export function Prove({ rotation, shown: { around }, now, actions, messages, rotateOrSay }: StepProps) {
  const { complete } = proofState(rotation);
  const isBusy = around.check.askedAt !== null;
  const prove = () => {
    messages.clear();
    void askForProof(rotation, actions, messages);
  };
  return (
    <>
      <p>{t('rotation_prove_text')}</p>
      <dl aria-live="polite">
        <Proofs rotation={rotation} now={now} isOldGone={around.oldToken === null} isAsking={isBusy} />
      </dl>
      {around.widgetId === null ? (
        <NoWidget openOptions={actions.openOptions} />
      ) : (
        <Button primary={!complete} busy={isBusy} text={t('rotation_proveNow')} onPress={prove} />
      )}
      <div class="row">
        <Button text={t('rotation_backToList')} onPress={() => rotateOrSay({ type: 'goBack' })} />
        <Button
          primary={complete}
          text={t(complete ? 'rotation_finish' : 'rotation_finishUnproven')}
          onPress={() => rotateOrSay({ type: 'goOn' })}
        />
      </div>
    </>
  );
}

/** In Firefox, sending a token has to be allowed once, which only works straight in the click. */
async function askForProof({ id }: Rotation, actions: RotationActions, { say }: Messages): Promise<void> {
  if (await actions.requestCheckConsent()) actions.send({ type: 'prove', rotation: id });
  else say('alert', t('check_notAllowed'));
}

function NoWidget({ openOptions }: Pick<RotationActions, 'openOptions'>) {
  return (
    <div class="aside">
      <p class="facts">{t('rotation_noWidget')}</p>
      <Button text={t('rotation_settings')} onPress={() => openOptions('check')} />
    </div>
  );
}
