/**
 * Whether a person really sees the button: a page that covers, fades or moves it must not get a click out of them
 * (SECURITY, A malicious script). Chromium tells by IntersectionObserver v2; elsewhere what may hide it is looked for.
 */
import { later } from '../later.ts';
import { isCovered } from './covers.ts';
import { isUndisguised } from './undisguised.ts';

/** So long the button must have been seen, as it is and where it is, before a click counts (ms). */
const seenFor = 500;
/** Subpixels keep a whole element from ratio 1. */
const wholeRatio = 0.98;
/**
 * No browser tells when an element was moved, and not all when one was covered. So as long as it is in sight the
 * button is looked at this often (ms), or for a sixth of the time where looking takes longer.
 */
const lookEvery = 200;
const restPerWork = 5;
/**
 * After a longer time without a look, nothing is known any more (ms): a person needs about as long to see something
 * else there and to click on it. On a page too large to be looked at so often, the first click is refused.
 */
const knownFor = 700;

/** A button that moved no farther stands still (CSS px). */
const mostMoved = 1;

type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };
type VisibilityInit = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

/** Tells of a click whether it is meant. */
export type Meant = (event: MouseEvent) => boolean;

/**
 * Watches `button` until `signal` aborts; the function it gives tells whether a click on it now is meant. `isDressed`
 * says at each look whether the button looks like at the last.
 */
export function watchVisibility(button: HTMLElement, signal: AbortSignal, isDressed: () => boolean): Meant {
  const sight = new Sight(button, isDressed);
  const init: VisibilityInit = { threshold: [0, wholeRatio, 1], trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries: VisibilityEntry[]) => {
    const entry = entries.at(-1);
    if (entry) sight.told(entry.intersectionRatio >= wholeRatio && entry.isVisible !== false, entry.isVisible === true);
  }, init);
  observer.observe(button);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    sight.told(false, false);
  });
  // A click that no pointer made has no count.
  return ({ detail }) => sight.isLong(detail === 0);
}

/** Since when the button has been whole in the window, undisguised, at its place and in focus (ms; null: is not). */
class Sight {
  private whole: number | null = null;
  private clear: number | null = null;
  private still: number | null = null;
  private focused: number | null = null;
  private place = { left: 0, top: 0 };
  private looked = 0;
  private stop: (() => void) | undefined;
  private isToldOfCovers = false;
  private readonly button: HTMLElement;
  private readonly isDressed: () => boolean;

  constructor(button: HTMLElement, isDressed: () => boolean) {
    this.button = button;
    this.isDressed = isDressed;
  }

  /** What the browser tells: whether all of the button is seen, and whether covers are counted in that. */
  told(isWhole: boolean, isToldOfCovers: boolean): void {
    this.isToldOfCovers = isToldOfCovers;
    this.whole = isWhole ? (this.whole ?? performance.now()) : null;
    this.stop?.();
    if (isWhole) this.keepLooking();
  }

  /**
   * Whether it has been long enough by now. Keys are not aimed at a place, but they go to what has the focus: it must
   * not be somebody who types on while the page lets our button come next. The state is asked for, as a page can keep
   * the events from us.
   */
  isLong(isByKeys: boolean): boolean {
    this.look();
    const now = performance.now();
    const since = [this.whole, this.clear, isByKeys ? this.focused : this.still];
    return since.every((start) => start !== null && now - start >= seenFor);
  }

  private keepLooking(): void {
    const started = performance.now();
    this.look();
    const rest = Math.max(lookEvery, (performance.now() - started) * restPerWork);
    this.stop = later(rest, () => this.keepLooking());
  }

  private look(): void {
    const now = performance.now();
    if (now - this.looked > knownFor) this.clear = this.still = this.focused = null;
    this.looked = now;
    const { left, top } = this.button.getBoundingClientRect();
    if (Math.abs(left - this.place.left) + Math.abs(top - this.place.top) > mostMoved) {
      this.place = { left, top };
      this.still = null;
    }
    this.still ??= now;
    const { activeElement } = this.button.getRootNode() as ShadowRoot;
    this.focused = activeElement === this.button ? (this.focused ?? now) : null;
    this.clear = this.isClear() ? (this.clear ?? now) : null;
  }

  private isClear(): boolean {
    const { button } = this;
    const page = document;
    try {
      if (!this.isDressed() || !isUndisguised(button, page)) return false;
      // The build for Chromium, which always tells, goes without what looks for them.
      return (import.meta.env.PROD && import.meta.env.CHROME) || this.isToldOfCovers || !isCovered(button, page);
    } catch {
      // A page that makes looking fail has something to hide.
      return false;
    }
  }
}
