/** What the popup can do, as the pure components see it: the wired one brings it, tests and the gallery replace it. */
import type { CopyResult } from '../lib/clipboard.ts';
import type { Copying } from '../lib/copy/copying.ts';
import type { Request } from '../lib/messages/requests.ts';
import type { Entry } from '../lib/record/entry.ts';
import type { PastMark } from '../lib/record/history.ts';
import type { SnoozeDays } from '../lib/reminder.ts';
import type { PopupPage } from '../lib/state/schemas.ts';
import type { Fingerprint } from '../lib/token.ts';
import type { FileToSave } from './download.ts';
import type { PlacesActions } from './places/places-actions.ts';

/** A part of the options page, by the id of its element. */
export type OptionsSection = 'clipboard' | 'check';

export interface PopupActions {
  /** Sends and forgets: whatever happens comes back as state. */
  send(request: Request): void;
  /** Asks the browser for the dashboard's site; only works straight in a click. True where granted. */
  requestAccess(): Promise<boolean>;
  /** Asks whether Check may send the token to SnapEngage; only works straight in a click. True where it may. */
  requestCheckConsent(): Promise<boolean>;
  copy(text: string | Promise<string>): Promise<CopyResult>;
  /** Remembers `page` as the one that the popup opens on. */
  goTo(page: PopupPage): void;
  /** Opens the options page, at `section` if one is given. */
  openOptions(section?: OptionsSection): void;
  /** Silences the reminder of `account` for the token with `fingerprint`. */
  snooze(account: string, fingerprint: Fingerprint, days: SnoozeDays): void;
  /** Stores which widget the checks of `account` ask about; done when it is stored. */
  setWidgetId(account: string, widgetId: string): Promise<void>;
  /** Remembers how things are copied; what is not given stays. */
  setCopying(change: Partial<Copying>): void;
  /** Clearing the clipboard has been offered, and is not again. */
  setOffered(): void;
  /** The tokens of `account` that the record knows to be replaced, newest first. */
  pastTokens(account: string): Promise<PastMark[]>;
  /** What the record holds of `account`, oldest first. */
  history(account: string): Promise<readonly Entry[]>;
  /** Gives a text to the person as a file. */
  download(file: FileToSave): void;
  /** The clock, epoch ms: for what is counted in seconds. */
  clock(): number;
  places: PlacesActions;
}
