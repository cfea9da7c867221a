/** The popup as a function of what is shown: props in, requests out. Nothing here loads or decides. */
import { useRef } from 'preact/hooks';
import { activePlaces } from '../lib/state/around.ts';
import type { Shown } from '../lib/state/desk.ts';
import { AroundRows } from './around/AroundRows.tsx';
import { asideOf } from './around/Aside.tsx';
import type { Offer } from './around/use-offers.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { hintOf } from './hint.ts';
import type { Said } from './notice-text.ts';
import { PanelEnd, ReadingLine } from './PanelEnd.tsx';
import { PanelStart } from './PanelStart.tsx';
import type { PlacesStart } from './places/Places.tsx';
import type { PopupActions } from './popup-actions.ts';
import { StatusLine } from './StatusLine.tsx';
import { useSubPage } from './sub-page-part.ts';
import type { AskedKind } from './use-asking.ts';
import { swallowHeld, useOneTarget } from './use-one-target.ts';
import { usePopup } from './use-popup.ts';
import { usePrimaryFocus } from './use-primary-focus.ts';

/** What a person has done in the popup so far; the gallery starts from any of it. */
export interface PopupStart {
  isShown?: boolean;
  asked?: AskedKind;
  typed?: string;
  said?: Said;
  offer?: Offer;
  /** What stands in the field of Compare. */
  pasted?: string;
  /** The names that secret stores use can be seen. */
  isNaming?: boolean;
  places?: PlacesStart;
}

export interface PopupProps {
  shown: Shown;
  /** Epoch ms, for ages and times of day. */
  now: number;
  actions: PopupActions;
  start?: PopupStart;
}

export function Popup(props: PopupProps) {
  const { shown, now, start = {} } = props;
  const root = useRef<HTMLElement>(null);
  const popup = usePopup(props);
  const { page, actions, asked } = popup;
  const onFocus = usePrimaryFocus(root, shown.view.name, page);
  const swallowRest = useOneTarget();
  // Long pages say outcomes above them, in sight.
  const isLong = page === 'places' || page === 'rotation';
  return (
    <main ref={root} onClickCapture={swallowRest} onKeyDownCapture={swallowHeld} onFocusCapture={onFocus}>
      <Header account={shown.account} page={page} onBack={popup.onBack} />
      <div class={isLong ? 'body long' : 'body'}>
        {isLong || <Page {...props} popup={popup} />}
        <Status {...props} popup={popup} />
        {isLong && <Page {...props} popup={popup} />}
        {page === 'token' && <TokenPageEnd {...props} popup={popup} />}
      </div>
      <Footer {...{ shown, now, actions }} />
      {asked && (
        <ConfirmDialog
          {...{ asked, now }}
          places={activePlaces(shown.around.places)}
          initialTyped={start.typed}
          onConfirm={popup.confirm}
          onCancel={popup.stop}
        />
      )}
    </main>
  );
}

type PartProps = PopupProps & { popup: ReturnType<typeof usePopup> };

function Page({ shown, now, start = {}, popup }: PartProps) {
  const { page, actions, messages, deeds, goTo, ask, onBack } = popup;
  const SubPage = useSubPage();
  if (page === 'token' || !shown.account) {
    return (
      <PanelStart
        {...{ shown, now, actions, messages, deeds }}
        onCopyAs={() => goTo('copyAs')}
        onGenerate={popup.generate}
      />
    );
  }
  // For a moment after it was gone to, in a popup that has only just opened.
  if (!SubPage) return null;
  return (
    <SubPage {...{ page, shown, now, actions, messages, start, deeds, onBack }} account={shown.account} onAsk={ask} />
  );
}

function Status({ shown, popup }: PartProps) {
  const { page, actions, messages, offers } = popup;
  const cancel = () => actions.send({ type: 'cancelReading' });
  // The token's page has a place of its own for it.
  const isReading = page !== 'token' && shown.view.name === 'reading';
  return (
    <StatusLine
      notice={shown.notice}
      message={messages.message}
      hint={hintOf(shown.view, page)}
      aside={
        isReading
          ? { silent: <ReadingLine shown={shown} onCancel={cancel} /> }
          : asideOf({ shown, actions, offers, messages })
      }
      onDismiss={(notice) => actions.send({ type: 'dismiss', notice })}
      onStartRotation={popup.startRotation}
    />
  );
}

function TokenPageEnd({ shown, now, popup }: PartProps) {
  const { actions, goTo, onCheck, ask } = popup;
  return (
    <>
      <AroundRows {...{ shown, now, actions, goTo, onCheck }} />
      <PanelEnd
        {...{ shown, now }}
        onAsk={ask}
        onRotation={() => goTo('rotation')}
        onCancelReading={() => actions.send({ type: 'cancelReading' })}
      />
    </>
  );
}
