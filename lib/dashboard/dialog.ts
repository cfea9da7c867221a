/** The page's own confirm dialog: found by its two buttons, whatever it is made of. */
import type { OperationKind } from '../state/schemas.ts';
import { composedParent } from './ancestry.ts';
import type { Control } from './controls.ts';
import type { Snapshot } from './snapshot.ts';

export interface PageDialog {
  confirm: HTMLElement;
  cancel: HTMLElement;
}

const changing = new Set(['regenerate', 'generate', 'delete']);

/**
 * The dialog that asks to confirm `kind`: the smallest element that holds one control of that name and one Cancel,
 * both not there before the page's button was pressed (`before`), and no other changing control. Null where there
 * is none, or more than one.
 */
export function findDialog(
  { snapshot, controls }: { snapshot: Snapshot; controls: readonly Control[] },
  kind: OperationKind,
  before: ReadonlySet<Element>,
): PageDialog | null {
  const fresh = controls.filter((control) => !before.has(control.element));
  const dialogs = fresh
    .filter((control) => control.name === kind)
    .map((control) => dialogAround(snapshot, controls, control, before))
    .filter((dialog) => dialog !== null);
  return dialogs.length === 1 ? (dialogs[0] ?? null) : null;
}

function dialogAround(
  snapshot: Snapshot,
  controls: readonly Control[],
  confirm: Control,
  before: ReadonlySet<Element>,
): PageDialog | null {
  for (let box = composedParent(confirm.element); box; box = composedParent(box)) {
    const around = box;
    const here = controls.filter((control) => snapshot.holds(around, control.element));
    if (here.some((control) => control !== confirm && changing.has(control.name))) return null;
    const cancels = here.filter((control) => control.name === 'cancel');
    if (cancels.length === 0) continue;
    const [cancel] = cancels;
    return cancels.length === 1 && cancel && !before.has(cancel.element)
      ? { confirm: confirm.element, cancel: cancel.element }
      : null;
  }
  return null;
}
