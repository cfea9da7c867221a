/** What stands beside outcomes, with its buttons: the clear of the clipboard that is to come, and what is offered. */
import type { ComponentChildren, VNode } from 'preact';
import { t } from '../../lib/i18n.ts';
import type { Shown } from '../../lib/state/desk.ts';
import type { PopupActions } from '../popup-actions.ts';
import type { Messages } from '../use-messages.ts';
import { Countdown } from './Countdown.tsx';
import { check } from './checking.ts';
import { RowButton } from './Row.tsx';
import type { Offers } from './use-offers.ts';

interface AsideProps {
  shown: Shown;
  actions: PopupActions;
  offers: Offers;
  messages: Messages;
}

export interface Aside {
  /** What is offered; it is read out. */
  question?: VNode;
  /** What is there to be seen alone. */
  silent?: VNode;
}

/** The one thing that counts: what was asked for comes before what counts down, and what is offered unasked last. */
export function asideOf(props: AsideProps): Aside {
  const { shown, actions, offers } = props;
  const { pendingClear, widgetOffers } = shown.around;
  if (offers.offer === 'widget') return { question: <WidgetOffer id={widgetOffers[0]} {...props} /> };
  if (pendingClear) {
    return { silent: <Countdown key={pendingClear.salt} pending={pendingClear} actions={actions} /> };
  }
  if (offers.offer !== 'clearing' || shown.notice) return {};
  return { question: <ClearingOffer {...{ actions, offers }} /> };
}

/** Switched on together with a permission, which is asked for in the settings: asking here could close the popup. */
function ClearingOffer({ actions, offers }: Pick<AsideProps, 'actions' | 'offers'>) {
  const answer = (isWanted: boolean) => {
    offers.make(null);
    actions.setOffered();
    if (isWanted) actions.openOptions('clipboard');
  };
  return (
    <Question text={t('clearing_offer')}>
      <RowButton text={t('clearing_setUp')} onPress={() => answer(true)} />
      <RowButton text={t('clearing_no')} onPress={() => answer(false)} />
    </Question>
  );
}

/** `id`: one that a page has shown. */
function WidgetOffer({ id, shown, actions, offers, messages }: AsideProps & { id: string | undefined }) {
  const use = (widgetId: string) => {
    offers.make(null);
    if (shown.account) void check(shown.account.key, widgetId, actions, messages);
  };
  return (
    <Question text={t('check_needsWidget')} about={id}>
      {id !== undefined && <RowButton text={t('check_useWidget', shortened(id))} onPress={() => use(id)} />}
      <RowButton text={t('check_enterWidget')} onPress={() => actions.openOptions('check')} />
    </Question>
  );
}

const shortened = (id: string) => (id.length > 9 ? `${id.slice(0, 8)}…` : id);

interface QuestionProps {
  text: string;
  about?: string | undefined;
  children: ComponentChildren;
}

function Question({ text, about, children }: QuestionProps) {
  return (
    <div class="question">
      <p class="small">{text}</p>
      {about !== undefined && <bdi class="small id">{about}</bdi>}
      <div class="answers">{children}</div>
    </div>
  );
}
