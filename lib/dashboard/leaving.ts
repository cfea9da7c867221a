/** Leaving a dialog of the page's to the person: outlined, and said to need them. */
import type { Need, OperationStep } from '../state/schemas.ts';
import type { PageDialog } from './dialog.ts';
import { outlining } from './outline.ts';

/** Leaves the dialog that it is given to the person, until it is given another, or null; true where there is one. */
export function leaving(
  report: (step: OperationStep, need: Need | null) => void,
): (dialog: PageDialog | null) => boolean {
  const mark = outlining();
  let said: Need | null | undefined;
  return (dialog) => {
    mark(dialog?.confirm ?? null);
    const need = dialog ? 'unknownDialog' : null;
    // Once it has gone it is still 'asking': the person may have answered it only now, and a request be under way.
    if (need !== said && (dialog || said !== undefined)) {
      said = need;
      report('asking', need);
    }
    return dialog !== null;
  };
}
