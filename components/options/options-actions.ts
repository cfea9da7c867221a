/** What the options page can do, as its pure components see it: the wired one brings it, tests and the gallery replace it. */

import type { ClearingSeconds } from '../../lib/clearing/clearing.ts';
import type { Copying, Template } from '../../lib/copy/copying.ts';
import type { Request } from '../../lib/messages/requests.ts';
import type { Reminder } from '../../lib/reminder.ts';
import type { FileToSave } from '../download.ts';
import type { PlacesActions } from '../places/places-actions.ts';

/** Whatever is stored is there, and shown, once its promise resolves; it rejects where the browser does not store it. */
export interface OptionsActions {
  /** Sends and forgets: whatever happens comes back as state. */
  send(request: Request): void;
  changeTemplates(change: (before: readonly Template[]) => Template[]): Promise<void>;
  changeCopying(change: (before: Copying) => Copying): Promise<void>;
  changeReminder(account: string, change: (before: Reminder) => Reminder): Promise<void>;
  /** null: none. */
  setWidgetId(account: string, widgetId: string | null): Promise<void>;
  /** null: off; a clear that is to come is then not to come. */
  setClearing(seconds: ClearingSeconds | null): Promise<void>;
  setSync(on: boolean): Promise<void>;
  /** The three ask the browser, which only works straight in a click. True where it is granted then; they never reject. */
  requestCheckConsent(): Promise<boolean>;
  requestClipboard(): Promise<boolean>;
  requestNotifications(): Promise<boolean>;
  places: PlacesActions;
  /** Gives `text` to the person as a file. */
  download(file: FileToSave): void;
}
