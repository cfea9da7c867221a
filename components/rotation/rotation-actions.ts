/** What the page of a rotation can do, wherever it is shown. */
import type { PopupActions } from '../popup-actions.ts';

export type RotationActions = Pick<
  PopupActions,
  'send' | 'copy' | 'goTo' | 'openOptions' | 'requestCheckConsent' | 'history' | 'download' | 'clock'
>;
