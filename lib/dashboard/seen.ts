/** Whether what is shown can really be seen: off the page, clipped away or without size, it cannot. Needs layout. */
import { ancestry } from './ancestry.ts';
import { contentBoxOf, documentElementOf, ownerDocumentOf, shadowRootOf, tagNameOf, viewOf } from './dom.ts';
import { styleOf } from './visible.ts';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Less than this in either direction shows nothing (CSS px). */
const leastSize = 2;

/**
 * Whether the text or field in `element`, which is shown as far as its styles say, is anywhere to be seen. True where
 * there is no layout to ask: in a page parsed from text, and in a tab that was never laid out.
 */
export function isTextSeen(element: Element): boolean {
  const style = styleOf(element);
  return !style || !hasLayout(element) || (!isTransparent(style) && isAnywhere(element, boxOf(element)));
}

/** The same of the whole of `element`, a button for one: it may show no text at all. */
export function isBoxSeen(element: Element): boolean {
  return !hasLayout(element) || isAnywhere(element, element.getBoundingClientRect());
}

function hasLayout(element: Element): boolean {
  const doc = ownerDocumentOf(element);
  const [view, root] = [viewOf(doc), documentElementOf(doc)];
  if (!view || !root || view.innerWidth < leastSize || view.innerHeight < leastSize) return false;
  return !isEmpty(root.getBoundingClientRect());
}

function isAnywhere(element: Element, box: Box): boolean {
  const view = viewOf(ownerDocumentOf(element));
  return !isEmpty(box) && !(view && isOffPage(box, view)) && !isClippedAway(element, box);
}

function boxOf(element: Element): Box {
  const tag = tagNameOf(element);
  // Text may stand outside of its element's box, and only the text is looked for.
  const isBox = tag === 'INPUT' || tag === 'TEXTAREA' || shadowRootOf(element);
  return isBox ? element.getBoundingClientRect() : contentBoxOf(element);
}

const isEmpty = ({ left, top, right, bottom }: Box) => right - left < leastSize || bottom - top < leastSize;

/** To the left of the page, or above it, nobody can scroll. */
function isOffPage({ right, bottom }: Box, view: Window): boolean {
  return right + view.scrollX <= 0 || bottom + view.scrollY <= 0;
}

/** Invisible ink, and text moved out of its field. */
function isTransparent(style: CSSStyleDeclaration): boolean {
  const fill = style.webkitTextFillColor || style.color;
  return (
    /^transparent$|^rgba\(.*,\s*0(\.0\d*)?\)$|\/\s*0(\.0\d*)?%?\)$/.test(fill) || /^-\d{3,}/.test(style.textIndent)
  );
}

/** Whether what is around `element` leaves nothing of `box`. */
function isClippedAway(element: Element, { left, top, right, bottom }: Box): boolean {
  const rest = { left, top, right, bottom };
  for (const around of ancestry(element)) {
    const style = styleOf(around);
    // A frame has coordinates of its own, and the page's edges are judged by where one can scroll.
    if (!style || tagNameOf(around) === 'BODY') return false;
    if (isCutOut(style)) return true;
    clip(rest, around, style);
    if (isEmpty(rest)) return true;
  }
  return false;
}

function clip(rest: Box, around: Element, { overflowX, overflowY }: CSSStyleDeclaration): void {
  if (!clips(overflowX) && !clips(overflowY)) return;
  const edge = around.getBoundingClientRect();
  if (clips(overflowX))
    Object.assign(rest, { left: Math.max(rest.left, edge.left), right: Math.min(rest.right, edge.right) });
  if (clips(overflowY))
    Object.assign(rest, { top: Math.max(rest.top, edge.top), bottom: Math.min(rest.bottom, edge.bottom) });
}

const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';

/** `clip` and `clip-path` as they are used to leave nothing of an element. */
function isCutOut({ clip, clipPath, position }: CSSStyleDeclaration): boolean {
  if (/^rect\(([01](px)?[\s,]*){4}\)$/.test(clip) && (position === 'absolute' || position === 'fixed')) return true;
  return /^inset\((100|[5-9]\d)(\.\d+)?%|^(circle|ellipse)\(0(px|%)?[\s)]|^polygon\((0(px|%)? 0(px|%)?[,\s]*)+\)/.test(
    clipPath,
  );
}
