/** The stored state as the options page sees it: what the popup sees, the record, and what the browser has granted. */
import { type Granted, granted } from '../access.ts';
import { browser } from '../browser.ts';
import type { Entry } from '../record/entry.ts';
import type { Desk } from './desk.ts';
import { historyItem, syncItem, syncReportItem } from './items.ts';
import type { SyncReport } from './schemas.ts';
import { loadDesk } from './store.ts';

export interface OptionsState {
  desk: Desk;
  /** What happened, of all accounts, oldest first. */
  history: readonly Entry[];
  /** Whether places go along with the browser's sync. */
  sync: boolean;
  /** What came of the last sync since the browser was started. */
  syncReport: SyncReport | null;
  granted: Granted;
  /** The extension's own, as its manifest says. */
  version: string;
}

/** Reads the whole stored state, the record included. What cannot be read counts as not stored. */
export async function loadOptions(): Promise<OptionsState> {
  const [desk, history, sync, syncReport, all] = await Promise.all([
    loadDesk(),
    historyItem.get(),
    syncItem.get(),
    syncReportItem.get(),
    granted(),
  ]);
  return { desk, history, sync, syncReport, granted: all, version: browser.runtime.getManifest().version };
}
