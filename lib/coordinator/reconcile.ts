/**
 * What follows from stored state by itself: the record, rotations, the badge, reminders, the sync. Run at each start and
 * after each change, it only ever adds what is missing, so that nothing is lost with a worker that dies.
 */
import type { Storage } from '../browser.ts';
import { accountsItem, ledgerItem, placesItem, remindersItem, rotationsItem, syncItem } from '../state/items.ts';
import { drawBadge } from './badge.ts';
import { proveSoon } from './check.ts';
import { noteHappenings } from './history.ts';
import { remind } from './remind.ts';
import { followRotations, forgetOldSecrets } from './rotations.ts';
import { syncPlaces } from './sync.ts';

const followed = [ledgerItem, accountsItem, placesItem, rotationsItem, remindersItem, syncItem].map(({ key }) => key);
const synced = [placesItem.key, syncItem.key];

let running: Promise<void> | null = null;
let isWanted = false;

/** Brings everything in step; callers while a run is under way share the one after it. */
export function reconcile(): Promise<void> {
  isWanted = true;
  running ??= run();
  return running;
}

async function run(): Promise<void> {
  while (isWanted) {
    isWanted = false;
    // A step that fails, as by a browser that is just closing, holds none of the others up.
    for (const step of [noteHappenings, moveRotations, drawBadge, remind]) await step().catch(() => undefined);
  }
  // In the same breath as the last look at what is wanted: whoever asks from now on starts a new run.
  running = null;
}

async function moveRotations(): Promise<void> {
  for (const rotation of await followRotations()) void proveSoon(rotation);
  await forgetOldSecrets();
}

/** Told of each change in storage; what is of interest is followed. */
export function followChanges(changes: Record<string, Storage.StorageChange>, area: string): void {
  const keys = Object.keys(changes);
  const isForSync = keys.some((key) => synced.includes(key)) || hasOtherAccounts(changes[accountsItem.key]);
  if (area === 'sync' || (area === 'local' && isForSync)) void syncPlaces();
  if (area === 'local' && keys.some((key) => followed.includes(key))) void reconcile();
}

/** An account that is new, or has another key: what is synced of it is not here yet. */
function hasOtherAccounts(change: Storage.StorageChange | undefined): boolean {
  const keysIn = (accounts: unknown) => Object.keys(accountsItem.parse({ [accountsItem.key]: accounts }).byKey).sort();
  return change !== undefined && keysIn(change.oldValue).join('\n') !== keysIn(change.newValue).join('\n');
}
