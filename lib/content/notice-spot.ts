/** Where the notice goes beside the page's dialog: geometry alone, in CSS px of the window. */
import type { Rect } from './boxes.ts';

export interface Size {
  width: number;
  height: number;
}

/** Where the page's dialog lies. */
export interface DialogBoxes {
  /** All of it, where markup or style says what that is. */
  panel: Rect | null;
  /** The smallest box that holds its buttons. */
  row: Rect;
  /** Its buttons, which nothing may lie over. */
  buttons: readonly Rect[];
}

/** How far the notice keeps from the dialog and from the window's edges. */
const gap = 8;

/**
 * The top left corner for a notice of `size` in a window of `view`: below the dialog, above it where there is no room,
 * else at the window's lower or upper edge; null where it would lie over the dialog's buttons everywhere. Without a
 * dialog it goes to the lower edge.
 */
export function noticeSpot(size: Size, view: Size, dialog: DialogBoxes | null): { left: number; top: number } | null {
  const lower = view.height - size.height - gap;
  const middle = (view.width - size.width) / 2;
  const spotBy = ({ left, right }: Rect, top: number) => ({ left: (left + right - size.width) / 2, top });
  const below = (box: Rect) => spotBy(box, box.bottom + gap);
  const beside = dialog?.panel ? [below(dialog.panel), spotBy(dialog.panel, dialog.panel.top - gap - size.height)] : [];
  const spots = [
    ...beside,
    ...(dialog ? [below(dialog.row)] : []),
    ...[lower, gap].map((top) => ({ left: middle, top })),
  ];
  const inWindow = spots.map(({ left, top }) => ({
    left: Math.max(gap, Math.min(left, view.width - size.width - gap)),
    top,
  }));
  const isFree = ({ left, top }: { left: number; top: number }) =>
    top >= gap &&
    top <= lower &&
    !dialog?.buttons.some(
      (box) => box.left < left + size.width && box.right > left && box.top < top + size.height && box.bottom > top,
    );
  return inWindow.find(isFree) ?? null;
}
