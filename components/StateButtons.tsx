/** The next step that each state offers. */
import { t } from '../lib/i18n.ts';
import type { Request } from '../lib/messages/requests.ts';
import { Button } from './Button.tsx';
import type { MessageView } from './state-texts.ts';

export interface StateButtonsProps {
  view: MessageView;
  send(request: Request): void;
  onGenerate(): void;
  onGrant(): void;
  onCopyReport(): void;
}

export function StateButtons({ view, send, onGenerate, onGrant, onCopyReport }: StateButtonsProps) {
  switch (view.name) {
    case 'reading':
      return <Button text={t('cancel')} onPress={() => send({ type: 'cancelReading' })} />;
    case 'none':
      return <Button primary text={t('generateToken')} onPress={onGenerate} />;
    case 'signedOut':
      return <Button primary text={t('signIn')} onPress={() => send({ type: 'signIn' })} />;
    case 'notOwner':
      return <Button primary text={t('openDashboard')} onPress={() => send({ type: 'openDashboard' })} />;
    case 'noAccess':
      return <Button primary text={t('grantAccess')} onPress={onGrant} />;
    case 'unreadable':
      return (
        <div class="row">
          <Button primary text={t('openPage')} onPress={() => send({ type: 'showPage' })} />
          {view.report && <Button text={t('copyReport')} onPress={onCopyReport} />}
        </div>
      );
    case 'working':
      return null;
    case 'needsYou':
      return <Button primary text={t('showPage')} onPress={() => send({ type: 'showPage' })} />;
    case 'unknownOutcome':
      return (
        <>
          {view.doubt === 'signedOut' && <Button primary text={t('signIn')} onPress={() => send({ type: 'signIn' })} />}
          <div class="row">
            <Button
              primary={view.doubt !== 'signedOut'}
              busy={view.looking}
              text={t('lookAgain')}
              onPress={() => send({ type: 'lookAgain' })}
            />
            <Button text={t('leaveUnknown')} onPress={() => send({ type: 'leaveUnknown' })} />
          </div>
        </>
      );
    case 'failed':
      return <Button primary text={t('tryAgain')} onPress={() => send({ type: 'read' })} />;
    case 'updated':
      return <Button primary text={t('refreshPage')} onPress={() => send({ type: 'refreshPage' })} />;
  }
}
