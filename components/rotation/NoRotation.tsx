/** No rotation is open: what one is, and its ways to begin. */
import { t } from '../../lib/i18n.ts';
import type { Request } from '../../lib/messages/requests.ts';
import { activePlaces } from '../../lib/state/around.ts';
import type { Shown } from '../../lib/state/desk.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { Button } from '../Button.tsx';
import { markText } from '../mark-text.ts';
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
      {account && <ChangeByHand account={account} send={actions.send} />}
      {account?.mark ? (
        <Beginnings {...{ account, hasEnded, onAsk }} send={actions.send} />
      ) : (
        <p class="facts">{t('rotation_none_noToken')}</p>
      )}
    </>
  );
}

interface BeginProps {
  account: Account;
  send: RotationActions['send'];
}

function Beginnings({ account, send, hasEnded, onAsk }: BeginProps & Pick<NoRotationProps, 'hasEnded' | 'onAsk'>) {
  const begin = (path: Path) => send({ type: 'beginRotation', account: account.key, path });
  const beginEmergency = () => {
    begin('emergency');
    onAsk('regenerate');
  };
  return (
    <>
      <Button primary={!hasEnded} text={t('rotation_start')} onPress={() => begin('planned')} />
      <Button text={t('rotation_startDelete')} onPress={() => begin('delete')} />
      <div class="aside">
        <p class="facts">{t('rotation_emergency_text')}</p>
        <Button text={t('rotation_startEmergency')} onPress={beginEmergency} />
      </div>
    </>
  );
}

/** The token was changed outside this browser: its list can begin after the fact. */
function ChangeByHand({ account: { key, change }, send }: BeginProps) {
  if (!change?.from) return null;
  return (
    <div class="aside">
      <p class="facts">{t('rotation_byHand_text', markText(change.from), markText(change.to))}</p>
      <Button
        text={t('rotation_startByHand')}
        onPress={() => send({ type: 'beginRotation', account: key, path: 'byHand' })}
      />
    </div>
  );
}
