/** The person's own hand is noticed wherever the control stands, and a script's is not. */
import { expect, it } from 'vitest';
import { watchHand } from '../../../../lib/dashboard/hand.ts';
import { pageOf } from '../support/pages.ts';
import { click } from './by-hand.ts';

/** The page, and another document in place of a frame of it. */
function twoDocuments() {
  const [top, frame] = [pageOf('<p>above</p>'), pageOf('<button>Regenerate</button><i>beside</i>')];
  const control = frame.querySelector('button') ?? expect.fail('no control');
  return { top, frame, control };
}

it('is noticed in the page as in the frame of the control', () => {
  for (const where of ['top', 'frame'] as const) {
    const { top, frame, control } = twoDocuments();
    const hand = watchHand(top, control, (path) => !path.includes(control));
    expect(hand.hasPressed()).toBe(false);
    click(where === 'top' ? top.querySelector('p') : frame.querySelector('i'));
    expect(hand.hasPressed()).toBe(true);
  }
});

it('is not noticed where it does not count, where a script clicks, or once nobody asks', () => {
  const { top, frame, control } = twoDocuments();
  const hand = watchHand(top, control, (path) => !path.includes(control));
  click(control);
  frame.querySelector('i')?.click();
  hand.end();
  click(frame.querySelector('i'));
  click(top.querySelector('p'));
  expect(hand.hasPressed()).toBe(false);
});
