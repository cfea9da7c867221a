/**
 * What may be drawn over the page button though the browser finds the button at that place: layers that take no
 * clicks, and what is drawn outside of the box that takes them. For browsers without IntersectionObserver v2; rather
 * a click too many is refused than one too few. What draws nothing, an empty layer for messages say, is no cover.
 */
import { anyRootOf, queryAll } from '../dashboard/dom.ts';
import { ownHost } from '../dashboard/snapshot.ts';
import {
  alphaOf,
  boxesOf,
  generatedBox,
  grown,
  hasInk,
  holds,
  isSet,
  lengthsIn,
  type Rect,
  reachOf,
  type Spot,
  textBoxOf,
} from './boxes.ts';
import { isRinged, spotsOf } from './undisguised.ts';
import { upward } from './upward.ts';

/** Shadows that together have this much of full colour hide what is below. */
const mostVeil = 0.5;

/** So many letters' heights a marker may reach out. */
const markerReach = 20;

interface Scene {
  spots: Spot[];
  /** What the button stands in, and itself. */
  around: Set<Element>;
  /** Whether any part of the page is inert. */
  hasInert: boolean;
  /** How much the shadows found so far take of the sight. */
  veil: number;
}

/** Whether anything in `page` may hide `button`, as far as the middle and the corners tell. */
export function isCovered(button: HTMLElement, page: Document): boolean {
  const scene: Scene = { spots: spotsOf(button), around: new Set(upward(button)), hasInert: false, veil: 0 };
  const parts = [...partsIn(page, scene)];
  scene.hasInert = parts.some(({ root }) => queryAll(root, '[inert]').length > 0);
  return parts.some((part) => isInTransition(part.root) || hidesAny(part, scene)) || scene.veil > mostVeil;
}

/** A root with all its elements. */
interface Part {
  root: Document | ShadowRoot;
  elements: Element[];
}

/** `root` and all shadow roots in it but our own, which is known to hold nothing but the button. */
function* partsIn(root: Document | ShadowRoot, scene: Scene): Generator<Part> {
  const elements = queryAll(root, '*');
  yield { root, elements };
  for (const element of elements) {
    const inner = isOwnHost(element, scene) ? null : anyRootOf(element);
    if (inner) yield* partsIn(inner, scene);
  }
}

/** Of several of its name, the one with the button; its rules are our own. */
const isOwnHost = (element: Element, { around }: Scene) => element.localName === ownHost && around.has(element);

function hidesAny({ elements }: Part, scene: Scene): boolean {
  return elements.some((element) => !isOwnHost(element, scene) && hides(element, scene));
}

/** Pictures of how the page was lie over all of it. */
function isInTransition(root: Document | ShadowRoot): boolean {
  const selector = ':active-view-transition';
  return CSS.supports(`selector(${selector})`) && queryAll(root, selector).length > 0;
}

function hides(element: Element, scene: Scene): boolean {
  const style = getComputedStyle(element);
  if (style.display === 'none') return false;
  const isUntouchable = style.pointerEvents !== 'auto' || (scene.hasInert && isInert(element));
  return (
    isDrawnOver(element, style, isUntouchable, scene) ||
    isRinged(element, style, scene.spots) ||
    hasGenerated(element, isUntouchable, scene) ||
    hasBackdrop(element, scene)
  );
}

/** Whether `element` by itself, its text or its shadows lie over the button; of what the button stands in, the text. */
function isDrawnOver(element: Element, style: CSSStyleDeclaration, isUntouchable: boolean, scene: Scene): boolean {
  const text = textBoxOf(element);
  const boxes = [...(scene.around.has(element) ? [] : boxesOf(element)), ...(text ? [text] : [])];
  if (boxes.length === 0 || !isVisible(element)) return false;
  if (reachesOver(style, boxes, scene)) return true;
  if (!isUntouchable || !(text || paints(style) || paintsItself(element))) return false;
  // The marker of a list's item stands outside of its box.
  const reach = style.display === 'list-item' ? markerReach * Number.parseFloat(style.fontSize) : 0;
  return touches(
    boxes.map((box) => grown(box, reach)),
    scene,
  );
}

const touches = (boxes: Rect[], { spots }: Scene) => boxes.some((box) => spots.some((spot) => holds(box, spot)));

function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });
}

/** Inert parts are not found, whatever their style says. Beside an open modal dialog, the button is one of them. */
function isInert(element: Element): boolean {
  return [...upward(element)].some((around) => around.hasAttribute('inert'));
}

/** Whether a box of this `style` has anything to show by itself. */
function paints(style: CSSStyleDeclaration): boolean {
  const borders = ['Top', 'Right', 'Bottom', 'Left'] as const;
  return (
    hasInk(style.backgroundColor) ||
    [style.backgroundImage, style.boxShadow, style.backdropFilter, style.borderImageSource].some(isSet) ||
    borders.some((side) => Number.parseFloat(style[`border${side}Width`]) > 0 && hasInk(style[`border${side}Color`]))
  );
}

const drawn = /^(img|video|canvas|iframe|object|embed|input|textarea|select|button|progress|meter|hr|fieldset)$/;

/** Whether `element` is one that shows something without any style. */
function paintsItself({ localName, namespaceURI }: Element): boolean {
  return (
    drawn.test(localName) || namespaceURI === 'http://www.w3.org/2000/svg' || namespaceURI?.endsWith('MathML') === true
  );
}

/** Whether what `style` draws outside of the `boxes` comes over the button; shadows add up in the scene. */
function reachesOver(style: CSSStyleDeclaration, boxes: Rect[], scene: Scene): boolean {
  const outside = boxes.filter((box) => !touches([box], scene));
  if (outside.length === 0) return false;
  for (const shadow of shadowsOf(style)) {
    const [x = 0, y = 0, blur = 0, spread = 0] = lengthsIn(shadow);
    const cast = outside.map(({ left, top, right, bottom }) =>
      grown({ left: left + x, top: top + y, right: right + x, bottom: bottom + y }, spread + blur / 2),
    );
    if (touches(cast, scene)) scene.veil += alphaOf(shadow);
  }
  return touches(
    outside.map((box) => grown(box, fartherReach(style))),
    scene,
  );
}

function shadowsOf({ boxShadow, textShadow }: CSSStyleDeclaration): string[] {
  const outer = [boxShadow, textShadow].filter(isSet).flatMap((list) => list.split(/,(?![^(]*\))/));
  return outer.filter((shadow) => !shadow.includes('inset'));
}

/** How far filters and border pictures of `style` may draw, in px. */
function fartherReach({ filter, borderImageSource, borderImageOutset, borderTopWidth }: CSSStyleDeclaration): number {
  const filtered = /url\(/.test(filter) ? Number.POSITIVE_INFINITY : reachOf(filter);
  if (!isSet(borderImageSource)) return filtered;
  const times = Math.max(0, ...(borderImageOutset.match(/[\d.]+(?=\s|$)/g) ?? []).map(Number));
  return filtered + reachOf(borderImageOutset) + times * Number.parseFloat(borderTopWidth);
}

/** Whether a ::before or ::after of `element` lies over the button. */
function hasGenerated(element: Element, isUntouchable: boolean, scene: Scene): boolean {
  return ['::before', '::after'].some((name) => {
    const style = getComputedStyle(element, name);
    if (/^(none|normal)?$/.test(style.content) || style.visibility !== 'visible' || Number(style.opacity) === 0)
      return false;
    const inks = paints(style) || style.content !== '""';
    const takesNoClicks = isUntouchable || style.pointerEvents !== 'auto';
    const boxes = [generatedBox(element, style)];
    return (takesNoClicks && inks && touches(boxes, scene)) || reachesOver(style, boxes, scene);
  });
}

/** Whether `element` is one in the top layer that has something drawn behind it, and so over the button. */
function hasBackdrop(element: Element, { around }: Scene): boolean {
  if (around.has(element) || !Element.prototype.matches.call(element, ':modal, :popover-open')) return false;
  const style = getComputedStyle(element, '::backdrop');
  return style.display !== 'none' && (paints(style) || isSet(style.filter));
}
