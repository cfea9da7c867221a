/** The popup as a function of what is shown: props in, requests out. Nothing here loads or decides. */
import { useCallback, useRef } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import type { Shown, View } from '../lib/state/desk.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import type { Said } from './notice-text.ts';
import { PanelEnd } from './PanelEnd.tsx';
import { PanelStart } from './PanelStart.tsx';
import type { PopupActions } from './popup-actions.ts';
import { StatusLine } from './StatusLine.tsx';
import { type AskedKind, useAsking } from './use-asking.ts';
import { useMessages } from './use-messages.ts';
import { useOneTarget } from './use-one-target.ts';
import { usePrimaryFocus } from './use-primary-focus.ts';
import { useStart } from './use-start.ts';

/** What a person has done in the popup so far; the gallery starts from any of it. */
export interface PopupStart {
  isShown?: boolean;
  asked?: AskedKind;
  typed?: string;
  said?: Said;
}

export interface PopupProps {
  shown: Shown;
  /** Epoch ms, for ages and times of day. */
  now: number;
  actions: PopupActions;
  start?: PopupStart;
}

export function Popup({ shown, now, actions, start = {} }: PopupProps) {
  const root = useRef<HTMLElement>(null);
  const messages = useMessages(start.said ?? null);
  const { asked, ask, stop } = useAsking(shown, messages, start.asked ?? null);
  const { send } = actions;
  const startOperation = useStart(send);
  usePrimaryFocus(root, shown.view.name);
  const swallowRest = useOneTarget();
  const confirm = useCallback(() => {
    if (!asked) return;
    messages.clear();
    startOperation(asked.kind, asked.account, asked.mark);
    stop();
  }, [asked, messages.clear, startOperation, stop]);
  return (
    <main ref={root} onClickCapture={swallowRest}>
      <Header account={shown.account} />
      <div class="body">
        <PanelStart
          {...{ shown, now, actions, messages }}
          initiallyShown={start.isShown ?? false}
          onGenerate={() => shown.account && startOperation('generate', shown.account, null)}
        />
        <StatusLine
          notice={shown.notice}
          message={messages.message}
          hint={hintOf(shown.view)}
          onDismiss={() => send({ type: 'dismiss' })}
        />
        <PanelEnd {...{ shown, now }} onAsk={ask} onCancelReading={() => send({ type: 'cancelReading' })} />
      </div>
      <Footer {...{ shown, now, send }} />
      {asked && <ConfirmDialog {...{ asked, now }} initialTyped={start.typed} onConfirm={confirm} onCancel={stop} />}
    </main>
  );
}

/** What stands where outcomes are said while there are none. */
function hintOf(view: View): string | null {
  if (view.name === 'remembered') return t('remembered_text');
  return view.name === 'unknownOutcome' && view.looking ? t('unknownOutcome_looking') : null;
}
