/** Which dialog of the page's is left to the person, and how: outlined, and said to need them. */
import type { Need, OperationKind, OperationStep } from '../state/schemas.ts';
import type { PageDialog } from './dialog.ts';
import { standLimit } from './limits.ts';
import { outlining } from './outline.ts';
import type { PageReading } from './page.ts';
import { isPressable } from './press.ts';

/**
 * Leaves the dialog that it is given to the person, until it is given another, or null; true where there is one. Says that
 * the page is `asking`, too, once they have had a hand in it.
 */
export function leaving(
  report: (step: OperationStep, need: Need | null) => void,
  hasHand: () => boolean,
): (dialog: PageDialog | null) => boolean {
  const mark = outlining();
  let said: Need | null | undefined;
  return (dialog) => {
    mark(dialog?.confirm ?? null);
    const need = dialog ? 'unknownDialog' : null;
    // Once it has gone it is still 'asking': the person may have answered it only now, and a request be under way.
    if (need !== said && (dialog || said !== undefined || hasHand())) {
      said = need;
      report('asking', need);
    }
    return dialog !== null;
  };
}

/**
 * Which dialog asks the person. Only Generate opens its dialog after the press that fires: while there is no token, and
 * it has not failed; any other's is theirs where they were at work before it could be pressed (`isTheirs`). The one that
 * was `answered` is none until it has gone.
 */
export function questions(kind: OperationKind, answered: HTMLElement | null, isTheirs: boolean) {
  let standing = answered;
  return ({ report }: PageReading, dialog: PageDialog | null, refused: number): PageDialog | null => {
    if (dialog?.confirm !== standing) standing = null;
    const isAsked = kind === 'generate' ? report.kind === 'none' : isTheirs;
    return !standing && isAsked && refused === 0 ? dialog : null;
  };
}

/**
 * Whether the dialog in which `answered` was pressed at `since` (epoch ms) still stands, for a while: a page that ignored
 * that press waits for the person's.
 */
export function isAwaited(dialog: PageDialog | null, answered: HTMLElement | null, since: number): boolean {
  if (answered === null || dialog?.confirm !== answered) return false;
  return isPressable(answered) && Date.now() - since < standLimit;
}
