/** What the page of a rotation can do, wherever it is shown. */
import type { Entry } from '../../lib/record/entry.ts';
import type { FileToSave } from '../options/options-actions.ts';
import type { PopupActions } from '../popup-actions.ts';

export type RotationActions = Pick<
  PopupActions,
  'send' | 'copy' | 'goTo' | 'openOptions' | 'clock' | 'requestCheckConsent'
> & {
  /** What the record holds of `account`, oldest first. */
  history(account: string): Promise<readonly Entry[]>;
  download(file: FileToSave): void;
};
