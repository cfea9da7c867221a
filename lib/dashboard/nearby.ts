/** What counts as beside the token: its part of the page, however the page is cut into boxes. */
import { composedParent } from './ancestry.ts';
import type { Snapshot } from './snapshot.ts';

/** What has more elements than this is no section beside the token, but half the page. */
export const mostNearby = 2_000;

/** The largest element around `section` that is not half the page, or `section`. */
export function nearby(snapshot: Snapshot, section: Element): Element {
  let place = section;
  for (let around = composedParent(section); around; around = composedParent(around)) {
    const [from, to] = snapshot.span(around);
    // A document in a frame may be read for itself; its frame is then no part of what was read.
    if (snapshot.order(around) < 0 || to - from > mostNearby) break;
    place = around;
  }
  return place;
}
