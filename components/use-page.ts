/** Which page of the popup is shown: the one it was closed on, where the state lets it be shown. */
import { useCallback, useState } from 'preact/hooks';
import type { Shown } from '../lib/state/desk.ts';
import type { PopupPage } from '../lib/state/schemas.ts';

export interface Paging {
  page: PopupPage;
  goTo(page: PopupPage): void;
}

/** The page, at first the stored one; `onGo` is told of each that is gone to. */
export function usePage(shown: Shown, onGo: (page: PopupPage) => void): Paging {
  const [wanted, setWanted] = useState(shown.around.page);
  const goTo = useCallback(
    (page: PopupPage) => {
      setWanted(page);
      onGo(page);
    },
    [onGo],
  );
  return { page: pageFor(shown, wanted), goTo };
}

/** `wanted`, or the token's page where the state has something to say that comes first. */
export function pageFor({ account, view, around }: Shown, wanted: PopupPage): PopupPage {
  if (!account) return 'token';
  switch (view.name) {
    case 'token':
    case 'remembered':
    case 'reading':
      return wanted === 'copyAs' && !account.mark ? 'token' : wanted;
    case 'none':
    case 'failed':
      // These need no token and no dashboard.
      return wanted === 'copyAs' ? 'token' : wanted;
    case 'working':
      // The rotation has a step of its own for it.
      return wanted === 'rotation' && around.rotation ? wanted : 'token';
    default:
      return 'token';
  }
}
