/** The upper part of the popup: the token with Copy and Show, or the state in words with its next step. */
import { useCallback, useRef } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import type { Shown } from '../lib/state/desk.ts';
import type { TokenMark } from '../lib/state/schemas.ts';
import { copyReport, copyToken, sayNotRead } from './copying.ts';
import type { PopupActions } from './popup-actions.ts';
import { StateMessage } from './StateMessage.tsx';
import type { MessageView } from './state-texts.ts';
import { TokenPanel } from './TokenPanel.tsx';
import { useCopyKeys } from './use-copy-keys.ts';
import type { Messages } from './use-messages.ts';
import { useReveal } from './use-reveal.ts';
import { useToken } from './use-token.ts';

export interface PanelStartProps {
  shown: Shown;
  now: number;
  actions: PopupActions;
  messages: Messages;
  initiallyShown: boolean;
  onGenerate(): void;
}

export function PanelStart({ shown, now, actions, messages, initiallyShown, onGenerate }: PanelStartProps) {
  const { account, view } = shown;
  const mark = markToShow(shown);
  const { field, reveal, copy, toggle } = useTokenDeeds(shown, mark, actions, messages, initiallyShown);
  if (account && mark) {
    return (
      <TokenPanel
        account={account}
        mark={mark}
        now={now}
        field={field}
        token={view.name === 'token' ? view.token : null}
        isShown={reveal.isShown}
        isCopied={messages.message?.text === t('copied')}
        onCopy={copy}
        onToggle={toggle}
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

/** Copy and Show, by button or keys, with the token read first where it must be. */
function useTokenDeeds(
  shown: Shown,
  mark: TokenMark | null,
  { send, copy }: PopupActions,
  messages: Messages,
  initiallyShown: boolean,
) {
  const field = useRef<HTMLInputElement>(null);
  const token = useToken(shown, send);
  const reveal = useReveal(mark?.fingerprint ?? null, shown.view.name === 'token', initiallyShown);
  const onCopy = () => void copyToken(token(), copy, messages, field);
  const toggle = () => {
    if (reveal.isShown) return reveal.hide();
    reveal.show();
    Promise.resolve(token()).catch((error: unknown) => {
      reveal.hide();
      sayNotRead('notShown', error, messages);
    });
  };
  const latestCopy = useRef(onCopy);
  latestCopy.current = onCopy;
  const onKeys = useCallback(() => latestCopy.current(), []);
  useCopyKeys(mark && onKeys);
  return { field, reveal, copy: onCopy, toggle };
}

/** The token's mark where the state shows it: it stays in place while the token itself is being read. */
function markToShow({ account, view }: Shown): TokenMark | null {
  switch (view.name) {
    case 'token':
    case 'remembered':
      return view.mark;
    case 'reading':
      return account?.mark ?? null;
    default:
      return null;
  }
}
