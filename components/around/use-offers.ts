/** What the popup offers of itself, one thing at a time: clearing the clipboard after the first copy, a widget for checks. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Request } from '../../lib/messages/requests.ts';
import type { Shown } from '../../lib/state/desk.ts';
import type { PopupActions } from '../popup-actions.ts';

export type Offer = 'clearing' | 'widget';

export interface Offers {
  offer: Offer | null;
  make(offer: Offer | null): void;
  /** What was asked for is no longer of interest. */
  withdraw(): void;
  /** Sends, and offers clearing once something was copied. */
  send(request: Request): void;
}

/** The offer that stands, at first `initial`, for the gallery. */
export function useOffers({ around }: Shown, send: PopupActions['send'], initial: Offer | null): Offers {
  const [offer, make] = useState(initial);
  const { seconds, offered } = around.clearing;
  const isNew = useRef(false);
  isNew.current = seconds === null && !offered;
  const sendAndOffer = useCallback(
    (request: Request) => {
      send(request);
      if (request.type === 'copied') make(isNew.current ? 'clearing' : null);
    },
    [send],
  );
  const withdraw = useCallback(() => make((last) => (last === 'widget' ? null : last)), []);
  return { offer, make, withdraw, send: sendAndOffer };
}
