/** The options page's actions on what is stored, and on what the browser grants. */
import { requestCheckConsent, requestClipboard, requestNotifications } from '../../lib/access.ts';
import { defaultReminder } from '../../lib/reminder.ts';
import { sendRequest } from '../../lib/send.ts';
import { changeForAccount, changeStored, setForAccount } from '../../lib/state/change.ts';
import {
  clearingItem,
  copyingItem,
  pendingClearItem,
  remindersItem,
  syncItem,
  templatesItem,
  widgetIdsItem,
} from '../../lib/state/items.ts';
import { download } from '../download.ts';
import { storedPlaces } from '../places/places-actions.ts';
import type { OptionsActions } from './options-actions.ts';

/** The actions; `refresh` shows what is stored then, before they say that they are done. */
export function storedActions(refresh: () => Promise<void>): OptionsActions {
  const storing = async (work: Promise<unknown>): Promise<void> => {
    await work;
    await refresh();
  };
  const asking = async (answer: Promise<boolean>): Promise<boolean> => {
    // A browser that does not ask, as the press was no press to it, has granted nothing.
    const granted = await answer.catch(() => false);
    await refresh();
    return granted;
  };
  return {
    send: (request) => void sendRequest(request),
    changeTemplates: (change) => storing(changeStored(templatesItem, change)),
    changeCopying: (change) => storing(changeStored(copyingItem, change)),
    changeReminder: (account, change) => storing(changeForAccount(remindersItem, account, defaultReminder, change)),
    setWidgetId: (account, widgetId) => storing(setForAccount(widgetIdsItem, account, widgetId)),
    setClearing: (seconds) => storing(setClearing(seconds)),
    setSync: (on) => storing(changeStored(syncItem, () => on)),
    requestCheckConsent: () => asking(requestCheckConsent()),
    requestClipboard: () => asking(requestClipboard()),
    requestNotifications: () => asking(requestNotifications()),
    places: storedPlaces,
    download,
  };
}

async function setClearing(seconds: Parameters<OptionsActions['setClearing']>[0]): Promise<void> {
  await changeStored(clearingItem, (settings) => ({ ...settings, seconds }));
  if (seconds === null) await changeStored(pendingClearItem, () => null);
}
