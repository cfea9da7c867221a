/** Whether what the page button stands in leaves it as it is: on top, large enough, upright, and with all its colour. */
import { isDocument, rootOf } from '../dashboard/dom.ts';
import { boxesOf, grown, hasInk, holds, isSet, type Spot } from './boxes.ts';
import { upward } from './upward.ts';

/** Smaller than this, nobody reads the label (CSS px of the window). */
const leastWidth = 40;
const leastHeight = 16;
/** A page may be zoomed by itself, within what leaves a label readable. */
const leastZoom = 0.8;
const mostZoom = 4;

/** The middle of `element` and a point near each of its corners. */
export function spotsOf(element: Element): Spot[] {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return [
    [(left + right) / 2, (top + bottom) / 2],
    ...[0.15, 0.85].flatMap((x) => [0.2, 0.8].map((y): Spot => [left + width * x, top + height * y])),
  ];
}

/** Whether `element`, in `page`, is shown as it is by all that it stands in, and the browser finds nothing before it. */
export function isUndisguised(element: HTMLElement, page: Document): boolean {
  return element.ownerDocument === page && isReadable(element) && isOnTop(element) && isAmongPlain(element);
}

function isReadable(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  const { currentCSSZoom: zoom = 1 } = element as { currentCSSZoom?: number };
  return width >= leastWidth && height >= leastHeight && zoom >= leastZoom && zoom <= mostZoom;
}

/**
 * Whether the browser finds `element`, or what stands in it, at each of its spots. Each root is asked, as Firefox
 * answers for a shadow root without regard to what covers its host.
 */
function isOnTop(element: HTMLElement): boolean {
  const spots = spotsOf(element);
  for (let current: Element | undefined = element; current; ) {
    const root = rootOf(current);
    const found = spots.map(([x, y]) => (root as ShadowRoot).elementFromPoint(x, y));
    if (!found.every((each) => current?.contains(each))) return false;
    current = isDocument(root) ? undefined : (root as ShadowRoot).host;
  }
  return true;
}

function isAmongPlain(element: HTMLElement): boolean {
  const spots = spotsOf(element);
  return [...upward(element)].every((around) => isPlain(around, spots));
}

/** All that fades, filters, clips, turns or scales what an element holds. */
const none = [
  'filter',
  'clipPath',
  'maskImage',
  'webkitMaskBoxImageSource',
  'perspective',
  'rotate',
  'scale',
  'offsetPath',
];

/** Whether `element` does nothing of it. */
function isPlain(element: Element, spots: Spot[]): boolean {
  const style = getComputedStyle(element) as CSSStyleDeclaration & Record<string, string | undefined>;
  return (
    Number(style.opacity) >= 0.99 &&
    none.every((name) => !style[name] || style[name] === 'none') &&
    style.mixBlendMode === 'normal' &&
    style.visibility === 'visible' &&
    (!style.clip || style.clip === 'auto') &&
    isUpright(style.transform) &&
    !isRinged(element, style, spots) &&
    // A vector picture scales by its view box, which no style tells.
    !isVector(element)
  );
}

/**
 * Whether the outline of `element` lies over one of the `spots`: it is drawn over all that the element holds, and
 * Chromium does not count it as a cover.
 */
export function isRinged(element: Element, style: CSSStyleDeclaration, spots: Spot[]): boolean {
  const width = Number.parseFloat(style.outlineWidth);
  if (!isSet(style.outlineStyle) || !(width > 0) || !hasInk(style.outlineColor)) return false;
  const offset = Number.parseFloat(style.outlineOffset) || 0;
  return boxesOf(element).some((box) => {
    const [outer, inner] = [grown(box, offset + width), grown(box, offset)];
    return spots.some((spot) => holds(outer, spot) && !holds(inner, spot));
  });
}

const isVector = ({ namespaceURI }: Element) => namespaceURI === 'http://www.w3.org/2000/svg';

/** No transform, or one that only moves. */
function isUpright(transform: string): boolean {
  return !transform || transform === 'none' || /^matrix\(1, 0, 0, 1, /.test(transform);
}
