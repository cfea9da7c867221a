/** The popup's actions on the browser: the clipboard, what is stored, other pages of ours. */
import { requestAccess, requestCheckConsent } from '../lib/access.ts';
import { browser } from '../lib/browser.ts';
import { copy } from '../lib/clipboard.ts';
import { entriesOf, pastMarks } from '../lib/record/history.ts';
import { defaultReminder, snooze } from '../lib/reminder.ts';
import { sendRequest } from '../lib/send.ts';
import { changeForAccount, changeStored, setForAccount } from '../lib/state/change.ts';
import {
  clearingItem,
  copyingItem,
  historyItem,
  popupPageItem,
  remindersItem,
  widgetIdsItem,
} from '../lib/state/items.ts';
import { download } from './download.ts';
import { storedPlaces } from './places/places-actions.ts';
import type { OptionsSection, PopupActions } from './popup-actions.ts';

export const liveActions: PopupActions = {
  send: (request) => void sendRequest(request),
  requestAccess,
  // A browser that does not ask, as the press was no press to it, has allowed nothing.
  requestCheckConsent: () => requestCheckConsent().catch(() => false),
  copy,
  goTo: (page) => ignored(popupPageItem.set(page)),
  openOptions: (section) => ignored(openOptions(section)),
  snooze: (account, fingerprint, days) =>
    ignored(
      changeForAccount(remindersItem, account, defaultReminder, (reminder) =>
        snooze(reminder, fingerprint, Date.now(), days),
      ),
    ),
  setWidgetId: (account, widgetId) => setForAccount(widgetIdsItem, account, widgetId),
  setCopying: (change) => ignored(changeStored(copyingItem, (copying) => ({ ...copying, ...change }))),
  setOffered: () => ignored(changeStored(clearingItem, (clearing) => ({ ...clearing, offered: true }))),
  pastTokens: async (account) => pastMarks(await historyItem.get(), account),
  history: async (account) => entriesOf(await historyItem.get(), account),
  download,
  clock: () => Date.now(),
  places: storedPlaces,
};

async function openOptions(section: OptionsSection | undefined): Promise<void> {
  if (!section) return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${section}`) });
}

/** What is remembered for comfort is not missed: what was asked for stands, and is shown as it is stored. */
function ignored(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
