/** The popup's actions where there is no browser: nothing is sent, stored or copied. */
import type { PopupActions } from '../../components/popup-actions.ts';
import { pastMark } from './around-states.ts';
import { daysAgo, galleryNow } from './desks.ts';

const nothing = () => undefined;

export const galleryActions: PopupActions = {
  ...{ send: nothing, goTo: nothing, openOptions: nothing, snooze: nothing, setCopying: nothing, setOffered: nothing },
  ...{ requestAccess: async () => false, requestCheckConsent: async () => false },
  copy: async () => 'copied',
  setWidgetId: async () => undefined,
  pastTokens: async () => [{ mark: pastMark, replacedAt: daysAgo(40) }],
  history: async () => [],
  download: nothing,
  clock: () => galleryNow,
  places: { change: async () => ({ ok: false, failure: 'unknownPlace' }) },
};
