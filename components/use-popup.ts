/** Everything that the popup holds and does, in one place: which page, what is said, asked and offered, and the deeds. */
import { useCallback, useLayoutEffect, useMemo } from 'preact/hooks';
import type { Notice } from '../lib/state/desk.ts';
import type { PopupPage } from '../lib/state/schemas.ts';
import { check } from './around/checking.ts';
import { useOffers } from './around/use-offers.ts';
import type { PopupProps } from './Popup.tsx';
import type { PopupActions } from './popup-actions.ts';
import { useAsking } from './use-asking.ts';
import { useBackKey } from './use-back-key.ts';
import { useCopyKeys } from './use-copy-keys.ts';
import { useMessages } from './use-messages.ts';
import { usePage } from './use-page.ts';
import { useStart } from './use-start.ts';
import { useStartRotation } from './use-start-rotation.ts';
import { markToShow, useTokenDeeds } from './use-token-deeds.ts';

/** For one popup, on what is shown in it. */
export function usePopup({ shown, actions: given, start = {} }: PopupProps) {
  const messages = useMessages(start.said ?? null);
  const { clear } = messages;
  const offers = useOffers(shown, given.send, start.offer ?? null);
  const { withdraw } = offers;
  useClearedAway(shown.notice, clear);
  const onGo = useCallback(
    (page: PopupPage) => {
      clear();
      withdraw();
      given.goTo(page);
    },
    [clear, withdraw, given],
  );
  const { page, goTo } = usePage(shown, onGo);
  const actions = useMemo((): PopupActions => ({ ...given, send: offers.send, goTo }), [given, offers.send, goTo]);
  const { asked, ask, stop } = useAsking(shown, messages, start.asked ?? null);
  const startOperation = useStart(shown, actions.send);
  const deeds = useTokenDeeds(shown, actions, messages, start.isShown ?? false);
  useHiddenElsewhere(page, deeds.reveal.hide);
  const onBack = useCallback(() => goTo('token'), [goTo]);
  const startRotation = useStartRotation(shown, actions.send, goTo);
  // On the page of the formats they copy in the chosen one.
  useCopyKeys(page !== 'copyAs' && markToShow(shown) ? deeds.copy : null);
  useBackKey(page === 'token' ? null : onBack);
  const onCheck = () => {
    if (!shown.account) return;
    if (shown.around.widgetId !== null) return void check(shown.account.key, null, actions, messages);
    clear();
    offers.make('widget');
  };
  const confirm = () => {
    if (!asked) return;
    clear();
    startOperation(asked.kind, asked.account, asked.mark);
    stop();
  };
  const generate = () => shown.account && startOperation('generate', shown.account, null);
  return {
    ...{ actions, messages, offers, page, goTo, onBack, onCheck, deeds, startRotation },
    ...{ asked, ask, confirm, stop, generate },
  };
}

/** Nobody comes back to a token that still stands there unmasked. */
function useHiddenElsewhere(page: PopupPage, hide: () => void): void {
  useLayoutEffect(() => {
    if (page !== 'token') hide();
  }, [page, hide]);
}

/** What was said of a copy is no longer so once the clipboard was cleared, or could not be. */
function useClearedAway(notice: Notice | null, clear: () => void): void {
  const isOver = notice?.name === 'clipboard';
  useLayoutEffect(() => {
    if (isOver) clear();
  }, [isOver, clear]);
}
