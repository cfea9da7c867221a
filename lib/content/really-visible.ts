/**
 * Whether a person really sees the button: a page that covers, fades or moves it must not get a click out of them
 * (ARCHITECTURE, Trust). Chromium tells by IntersectionObserver v2; elsewhere the ways to hide it are looked for.
 */

/** So long the button must have been seen before a click counts (ms). */
const seenFor = 500;
/** Subpixels keep a whole element from ratio 1. */
const wholeRatio = 0.98;

type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };
type VisibilityInit = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

/** Watches `element` until `signal` aborts; the function it gives tells whether a click on it now is meant. */
export function watchVisibility(element: HTMLElement, signal: AbortSignal): () => boolean {
  let since: number | null = null;
  const init: VisibilityInit = { threshold: [0, wholeRatio, 1], trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries: VisibilityEntry[]) => {
    const entry = entries.at(-1);
    const seen = entry !== undefined && entry.intersectionRatio >= wholeRatio && entry.isVisible !== false;
    since = seen ? (since ?? performance.now()) : null;
  }, init);
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
  return () => since !== null && performance.now() - since >= seenFor && isOnTop(element) && isUntouched(element);
}

/** Whether the browser finds `element`, or what stands in it, at its middle and near its corners. */
function isOnTop(element: HTMLElement): boolean {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const points: [number, number][] = [
    [(left + right) / 2, (top + bottom) / 2],
    ...[0.15, 0.85].flatMap((x) => [0.2, 0.8].map((y): [number, number] => [left + width * x, top + height * y])),
  ];
  return points.every(([x, y]) => element.contains(root.elementFromPoint(x, y)));
}

/** Whether no ancestor fades, filters, clips or distorts what stands in it. */
function isUntouched(element: HTMLElement): boolean {
  for (let current: Element | null = element; current; current = current.parentElement) {
    const style = getComputedStyle(current);
    const plain =
      Number(style.opacity) >= 0.99 &&
      [style.filter, style.clipPath, style.maskImage, style.perspective].every((value) => !value || value === 'none') &&
      style.mixBlendMode === 'normal' &&
      style.visibility === 'visible' &&
      isUpright(style.transform);
    if (!plain) return false;
  }
  return true;
}

/** No transform, or one that only moves. */
function isUpright(transform: string): boolean {
  return !transform || transform === 'none' || /^matrix\(1, 0, 0, 1, /.test(transform);
}
