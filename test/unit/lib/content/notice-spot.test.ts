// @vitest-environment node
/** Where the notice goes: beside the page's dialog, and never over its buttons. */
import { expect, it } from 'vitest';
import { type DialogBoxes, noticeSpot } from '../../../../lib/content/notice-spot.ts';

const view = { width: 1_000, height: 800 };
const size = { width: 300, height: 60 };
const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const middle = 350;
const [lower, upper] = [732, 8];
/** A dialog at `panel`, its buttons in the last 40 px of it; or only they, where nothing says that it is a dialog. */
function dialogAt(panel: ReturnType<typeof box>, isMarked = true): DialogBoxes {
  const row = { ...panel, top: panel.bottom - 40 };
  const half = (panel.left + panel.right) / 2;
  return {
    panel: isMarked ? panel : null,
    row,
    buttons: [
      { ...row, right: half },
      { ...row, left: half },
    ],
  };
}

it.each<[string, DialogBoxes | null, { left: number; top: number } | null]>([
  ['without a dialog at the lower edge', null, { left: middle, top: lower }],
  ['below the dialog', dialogAt(box(300, 200, 700, 500)), { left: middle, top: 508 }],
  ['below a dialog as far as it fits', dialogAt(box(300, 200, 700, 724)), { left: middle, top: lower }],
  ['above a dialog that leaves no room below', dialogAt(box(300, 200, 700, 725)), { left: middle, top: 132 }],
  [
    'below the buttons of what is no marked dialog',
    dialogAt(box(300, 200, 700, 500), false),
    { left: middle, top: 508 },
  ],
  ['below the buttons of a dialog as large as the window', whole(), { left: middle, top: 508 }],
  ['at the lower edge, under buttons at the top of all', dialogAt(box(0, -600, 1_000, 60)), { left: middle, top: 68 }],
  ['at the upper edge, with buttons at the lower', dialogAt(box(0, 0, 1_000, 790)), { left: middle, top: upper }],
  ['within the window, beside a dialog at its left', dialogAt(box(0, 200, 100, 500)), { left: 8, top: 508 }],
  ['within the window, beside a dialog at its right', dialogAt(box(900, 200, 1_000, 500)), { left: 692, top: 508 }],
  ['nowhere between buttons at both edges', edges(), null],
])('%s', (_, dialog, spot) => {
  expect(noticeSpot(size, view, dialog)).toEqual(spot);
});

/** Some mark what lies over the whole page as the dialog, with the box that people see in its midst. */
function whole(): DialogBoxes {
  return { ...dialogAt(box(300, 200, 700, 500)), panel: box(0, 0, 1_000, 800) };
}

function edges(): DialogBoxes {
  const buttons = [box(0, 0, 1_000, 30), box(0, 770, 1_000, 800)];
  return { panel: null, row: box(0, 0, 1_000, 800), buttons };
}

it.each([
  ['too high for the window', { width: 300, height: 790 }],
  ['in a tab that was never laid out', size],
])('nowhere where it is %s', (name, notice) => {
  const none = { width: 0, height: 0 };
  expect(noticeSpot(notice, name.startsWith('in') ? none : view, null)).toBeNull();
});
