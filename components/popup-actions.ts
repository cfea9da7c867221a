/** What the popup can do, as the pure components see it: the wired one brings it, tests and the gallery replace it. */
import type { CopyResult } from '../lib/clipboard.ts';
import type { Request } from '../lib/messages/requests.ts';

export interface PopupActions {
  /** Sends and forgets: whatever happens comes back as state. */
  send(request: Request): void;
  /** Asks the browser for the dashboard's site; only works straight in a click. True where granted. */
  requestAccess(): Promise<boolean>;
  copy(text: string | Promise<string>): Promise<CopyResult>;
}
