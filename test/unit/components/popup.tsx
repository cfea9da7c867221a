/** Draws the pure popup for a test, with actions that are only written down. */
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeAll, vi } from 'vitest';
import { Popup, type PopupStart } from '../../../components/Popup.tsx';
import type { PopupActions } from '../../../components/popup-actions.ts';
import { loadSubPage } from '../../../components/sub-page-part.ts';
import type { CopyResult } from '../../../lib/clipboard.ts';
import type { Request } from '../../../lib/messages/requests.ts';
import { type Desk, shownOf } from '../../../lib/state/desk.ts';
import { galleryActions } from '../../gallery/actions.ts';
import { galleryNow } from '../../gallery/desks.ts';

afterEach(cleanup);
// Further pages are a part of their own, which is there long before anybody goes to one.
beforeAll(loadSubPage);

/** The popup on `desk`; `show` brings another desk, as a change of stored state would. */
export function openPopup(desk: Desk, start: PopupStart = {}) {
  const sent: Request[] = [];
  const actions = {
    ...galleryActions,
    send: (request: Request) => void sent.push(request),
    requestAccess: vi.fn<PopupActions['requestAccess']>(async () => true),
    requestCheckConsent: vi.fn<PopupActions['requestCheckConsent']>(async () => true),
    copy: vi.fn<PopupActions['copy']>(async (text): Promise<CopyResult> => {
      return Promise.resolve(text).then(
        () => 'copied',
        () => 'noText',
      );
    }),
    goTo: vi.fn<PopupActions['goTo']>(),
    openOptions: vi.fn<PopupActions['openOptions']>(),
    snooze: vi.fn<PopupActions['snooze']>(),
    setWidgetId: vi.fn<PopupActions['setWidgetId']>(async () => undefined),
    setCopying: vi.fn<PopupActions['setCopying']>(),
    setOffered: vi.fn<PopupActions['setOffered']>(),
    pastTokens: vi.fn<PopupActions['pastTokens']>(galleryActions.pastTokens),
    history: vi.fn<PopupActions['history']>(galleryActions.history),
    download: vi.fn<PopupActions['download']>(),
    clock: vi.fn<PopupActions['clock']>(() => galleryNow),
  };
  const draw = (shown: Desk) => <Popup shown={shownOf(shown)} now={galleryNow} actions={actions} start={start} />;
  const { container, rerender } = render(draw(desk));
  return { container, sent, actions, show: (next: Desk) => rerender(draw(next)) };
}

/** What the live region with `role` says now. */
export function said(role: 'status' | 'alert'): string {
  return document.querySelector(`[role=${role}]`)?.textContent ?? '';
}
