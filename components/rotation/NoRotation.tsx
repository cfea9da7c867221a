/** No rotation is open: what one is, and its ways to begin. */
import { t } from '../../lib/i18n.ts';
import type { Request } from '../../lib/messages/requests.ts';
import { activePlaces } from '../../lib/state/around.ts';
import type { Shown } from '../../lib/state/desk.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { Button } from '../Button.tsx';
import type { AskedKind } from '../use-asking.ts';
import { NoPlaces } from './NoPlaces.tsx';
import type { RotationActions } from './rotation-actions.ts';

type Path = Extract<Request, { type: 'beginRotation' }>['path'];

interface NoRotationProps {
  shown: Shown;
  actions: RotationActions;
  /** One has just been closed here: the next Enter is not to begin another one. */
  hasEnded: boolean;
  onAsk(kind: AskedKind): void;
  onBack(): void;
}

export function NoRotation({ shown, actions, hasEnded, onAsk, onBack }: NoRotationProps) {
  const { account, around } = shown;
  return (
    <>
      {hasEnded && <Button primary text={t('rotation_toToken')} onPress={onBack} />}
      <p>{t('rotation_none_text')}</p>
      {account && activePlaces(around.places).length === 0 && <NoPlaces goTo={actions.goTo} />}
      {account?.mark ? (
        <Beginnings {...{ shown, account, actions, hasEnded, onAsk }} />
      ) : (
        <p class="facts">{t('rotation_none_noToken')}</p>
      )}
    </>
  );
}

type BeginningsProps = Omit<NoRotationProps, 'onBack'> & { account: Account };

function Beginnings({ shown, account, actions, hasEnded, onAsk }: BeginningsProps) {
  const begin = (path: Path) => actions.send({ type: 'beginRotation', account: account.key, path });
  const beginEmergency = () => {
    begin('emergency');
    onAsk('regenerate');
  };
  return (
    <>
      {isNoticed(shown) || <Button primary={!hasEnded} text={t('rotation_start')} onPress={() => begin('planned')} />}
      <Button text={t('rotation_startDelete')} onPress={() => begin('delete')} />
      <div class="aside">
        <p class="facts">{t('rotation_emergency_text')}</p>
        <Button text={t('rotation_startEmergency')} onPress={beginEmergency} />
      </div>
    </>
  );
}

/** A token that others have replaced is news, which offers a rotation for that change: it comes first. */
function isNoticed({ notice }: Shown): boolean {
  return notice?.name === 'changedElsewhere' && notice.change.from !== null;
}
