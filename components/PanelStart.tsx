/** The upper part of the token's page: the token with Copy and Show, or the state in words with its next step. */
import { t } from '../lib/i18n.ts';
import { type Shown, tokenIn } from '../lib/state/desk.ts';
import { copyReport } from './copying.ts';
import type { PopupActions } from './popup-actions.ts';
import { StateMessage } from './StateMessage.tsx';
import type { MessageView } from './state-texts.ts';
import { TokenPanel } from './TokenPanel.tsx';
import type { Messages } from './use-messages.ts';
import { markToShow, type TokenDeeds } from './use-token-deeds.ts';

interface PanelStartProps {
  shown: Shown;
  now: number;
  actions: PopupActions;
  messages: Messages;
  deeds: TokenDeeds;
  onCopyAs(): void;
  onGenerate(): void;
}

export function PanelStart({ shown, now, actions, messages, deeds, onCopyAs, onGenerate }: PanelStartProps) {
  const { account, view } = shown;
  const mark = markToShow(shown);
  if (account && mark) {
    return (
      <TokenPanel
        {...{ account, mark, now, deeds, onCopyAs }}
        token={tokenIn({ view })}
        isCopied={messages.message?.text === t('copied')}
      />
    );
  }
  const grant = async () => {
    messages.clear();
    if (await actions.requestAccess()) actions.send({ type: 'opened' });
    else messages.say('alert', t('notGranted'));
  };
  return (
    <StateMessage
      view={view as MessageView}
      send={actions.send}
      onGenerate={onGenerate}
      onGrant={() => void grant()}
      onCopyReport={() => view.name === 'unreadable' && void copyReport(view.report, actions.copy, messages)}
    />
  );
}
