/** The stored state as the popup sees it: one read, then a subscription. */
import { hasAccess } from '../access.ts';
import { browser, type Storage } from '../browser.ts';
import type { Desk } from './desk.ts';
import {
  accountsItem,
  checksItem,
  clearingItem,
  clearingNoteItem,
  copyingItem,
  draftsItem,
  durable,
  historyItem,
  ledgerItem,
  oldSecretsItem,
  pendingClearItem,
  placesItem,
  popupPageItem,
  problemItem,
  readingItem,
  remindersItem,
  rotationsItem,
  secretsItem,
  templatesItem,
  widgetIdsItem,
  widgetOffersItem,
} from './items.ts';
import { setAsideSuffix } from './set-aside.ts';

/** The record is long, and only pages that show it read it. */
const keysOnDisk = durable.filter((item) => item !== historyItem).flatMap(({ key }) => [key, key + setAsideSuffix]);

/** Reads the whole stored state but for the record. What cannot be read counts as not stored. */
export async function loadDesk(): Promise<Desk> {
  const [local, session, granted] = await Promise.all([
    browser.storage.local.get(keysOnDisk),
    browser.storage.session.get(null),
    hasAccess(),
  ]);
  return {
    accounts: accountsItem.parse(local),
    ledger: ledgerItem.parse(local),
    places: placesItem.parse(local),
    rotations: rotationsItem.parse(local),
    reminders: remindersItem.parse(local),
    widgetIds: widgetIdsItem.parse(local),
    templates: templatesItem.parse(local),
    copying: copyingItem.parse(local),
    clearing: clearingItem.parse(local),
    pendingClear: pendingClearItem.parse(local),
    secrets: secretsItem.parse(session),
    oldSecrets: oldSecretsItem.parse(session),
    checks: checksItem.parse(session),
    widgetOffers: widgetOffersItem.parse(session),
    reading: readingItem.parse(session),
    problem: problemItem.parse(session),
    clearingNote: clearingNoteItem.parse(session),
    popupPage: popupPageItem.parse(session),
    setAside: Object.keys(local).filter((key) => key.endsWith(setAsideSuffix) && local[key]),
    granted,
  };
}

/** Calls `onChange` with the whole state soon, and after each change of it, newest last; returns what ends that. */
export function watchDesk(onChange: (desk: Desk) => void): () => void {
  return watchStored(loadDesk, onChange);
}

/** The same of any part of what is stored: `load` reads it. */
export function watchStored<T>(load: () => Promise<T>, onChange: (loaded: T) => void): () => void {
  let latest = 0;
  let told = 0;
  let ended = false;
  const reload = async () => {
    latest += 1;
    const turn = latest;
    const loaded = await load();
    // Not only the latest: where changes come faster than they can be read, nothing would be told until they end.
    if (turn < told || ended) return;
    told = turn;
    onChange(loaded);
  };
  const changed = (changes: Record<string, Storage.StorageChange>, area: string) => {
    // What is being typed concerns the form alone, and comes with every key.
    const isTyping = area === draftsItem.area && Object.keys(changes).every((key) => key === draftsItem.key);
    if (!isTyping && (area === 'local' || area === 'session')) void reload();
  };
  const access = () => void reload();
  browser.storage.onChanged.addListener(changed);
  browser.permissions.onAdded.addListener(access);
  browser.permissions.onRemoved.addListener(access);
  // What changed between an earlier look and the subscription.
  void reload();
  return () => {
    ended = true;
    browser.storage.onChanged.removeListener(changed);
    browser.permissions.onAdded.removeListener(access);
    browser.permissions.onRemoved.removeListener(access);
  };
}
