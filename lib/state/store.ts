/** The stored state as the popup sees it: one read, then a subscription. */
import { hasAccess } from '../access.ts';
import { browser, type Storage } from '../browser.ts';
import type { Desk } from './desk.ts';
import { accountsItem, ledgerItem, problemItem, readingItem, secretsItem, setAsideSuffix } from './items.ts';

/** Reads the whole stored state. What cannot be read counts as not stored. */
export async function loadDesk(): Promise<Desk> {
  const [local, session, granted] = await Promise.all([
    browser.storage.local.get(null),
    browser.storage.session.get(null),
    hasAccess(),
  ]);
  return {
    accounts: accountsItem.parse(local),
    ledger: ledgerItem.parse(local),
    secrets: secretsItem.parse(session),
    reading: readingItem.parse(session),
    problem: problemItem.parse(session),
    setAside: Object.keys(local).filter((key) => key.endsWith(setAsideSuffix)),
    granted,
  };
}

/** Calls `onChange` with the whole state soon, and after each change of it, newest last; returns what ends that. */
export function watchDesk(onChange: (desk: Desk) => void): () => void {
  let latest = 0;
  let told = 0;
  let ended = false;
  const reload = async () => {
    latest += 1;
    const turn = latest;
    const desk = await loadDesk();
    // Not only the latest: where changes come faster than they can be read, nothing would be told until they end.
    if (turn < told || ended) return;
    told = turn;
    onChange(desk);
  };
  const changed = (_changes: Record<string, Storage.StorageChange>, area: string) => {
    if (area === 'local' || area === 'session') void reload();
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
