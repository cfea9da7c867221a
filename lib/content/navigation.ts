/** How the page came to be here, and when. */
import { viewOf } from '../dashboard/dom.ts';

/** When the page was asked for (epoch ms); now, where the browser does not tell; 0 where that may be long ago. */
export function askedForAt(page: Document): number {
  const clock = viewOf(page)?.performance;
  const navigation = navigationOf(page);
  if (!clock?.timeOrigin) return Date.now();
  // Back, and a tab that is restored, may show what the browser has kept of the page, whatever its age.
  if (navigation?.type === 'back_forward' && navigation.transferSize === 0) return 0;
  const { requestStart = 0 } = navigation ?? {};
  const ago = clock.now() - requestStart;
  // Firefox sets `timeOrigin` by a clock that stands still while the computer sleeps, and that all pages of a process
  // share (https://github.com/w3c/hr-time/issues/115): only what is long ago is dated by it.
  const asked = ago < datedByItself ? Date.now() - ago : clock.timeOrigin + requestStart;
  return Math.min(Math.round(asked), Date.now());
}

/** A page that was asked for so long ago (ms) may have been open while the computer slept. */
const datedByItself = 60_000;

/** How the page came to be here, and with which HTTP status; undefined where the browser does not tell. */
export function navigationOf(page: Document): PerformanceNavigationTiming | undefined {
  const [entry] = viewOf(page)?.performance.getEntriesByType('navigation') ?? [];
  return entry as PerformanceNavigationTiming | undefined;
}
