/** Where things are drawn, as far as boxes and computed styles tell: an element, its text, and what CSS hangs onto it. */
import { contentBoxOf, ownTextOf } from '../dashboard/dom.ts';
import { upward } from './upward.ts';

export type Spot = readonly [x: number, y: number];

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const rectOf = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** `rect`, larger by `by` px on each side. */
export const grown = ({ left, top, right, bottom }: Rect, by: number): Rect => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

export const holds = ({ left, top, right, bottom }: Rect, [x, y]: Spot): boolean =>
  left <= x && x <= right && top <= y && y <= bottom;

/** All lengths in `value`, in px. */
export const lengthsIn = (value: string | undefined): number[] =>
  [...(value ?? '').matchAll(/(-?[\d.]+(?:e[-+]?\d+)?)px/g)].map(([, length]) => Number(length));

/** The sum of all lengths in `value`: nothing that it draws reaches farther. */
export const reachOf = (value: string | undefined): number =>
  lengthsIn(value).reduce((sum, length) => sum + Math.abs(length), 0);

/** The boxes of `element`. */
export function boxesOf(element: Element): Rect[] {
  // A form has what its fields are named.
  return [...Element.prototype.getClientRects.call(element)];
}

/** Where `element` has text of its own, and what else stands in it. */
export function textBoxOf(element: Element): Rect | null {
  return ownTextOf(element) ? contentBoxOf(element) : null;
}

/** Where the ::before or ::after of `element` that looks like `style` may be drawn: rather too large than too small. */
export function generatedBox(element: Element, style: CSSStyleDeclaration): Rect {
  const [width, height] = [Number.parseFloat(style.width) || 0, Number.parseFloat(style.height) || 0];
  const slack = shiftOf(style, Math.max(width, height));
  const [left = 0, top = 0] = ['left', 'top'].map((side) => pixels(style, side) + pixels(style, `margin-${side}`));
  if (style.position === 'absolute' || style.position === 'fixed') {
    const from = originOf(element, style.position);
    return grown(rectOf(from.left + left, from.top + top, width, height), slack);
  }
  const around = Element.prototype.getBoundingClientRect.call(element);
  return grown(around, slack + Math.max(width, height) + reachOf(`${style.margin} ${style.inset}`));
}

const pixels = (style: CSSStyleDeclaration, name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;

/** How far `style` may move or stretch something of `size` px, in any direction. */
function shiftOf(style: CSSStyleDeclaration, size: number): number {
  const { transform, translate, scale, rotate, offsetPath } = style;
  const isMoved = [transform, translate, scale, rotate, offsetPath].some(isSet);
  if (!isMoved) return 0;
  const matrix = (transform ?? '').match(/-?[\d.]+(e-?\d+)?/g)?.map((part) => Math.abs(Number(part))) ?? [];
  const numbers = (scale ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
  const times = Math.max(1, ...matrix.slice(0, 4), ...numbers);
  const percent = [...(translate ?? '').matchAll(/([\d.]+)%/g)].reduce((sum, [, part]) => sum + Number(part) / 100, 0);
  return size * (times + percent) + reachOf(translate) + reachOf(offsetPath) + (matrix[4] ?? 0) + (matrix[5] ?? 0);
}

export const isSet = (value: string | undefined): boolean => Boolean(value) && value !== 'none';

/** The point from which what stands in `element` is placed by `left` and `top`. */
function originOf(element: Element, position: string): { left: number; top: number } {
  for (const around of upward(element)) {
    const style = getComputedStyle(around);
    if (!(position === 'absolute' && style.position !== 'static') && !holdsFixed(style)) continue;
    const { left, top } = Element.prototype.getBoundingClientRect.call(around);
    return { left: left + around.clientLeft - around.scrollLeft, top: top + around.clientTop - around.scrollTop };
  }
  return position === 'fixed' ? { left: 0, top: 0 } : { left: -scrollX, top: -scrollY };
}

/** Whether even what is `fixed` is placed within an element of this `style`. */
function holdsFixed(style: CSSStyleDeclaration): boolean {
  const { transform, translate, scale, rotate, filter, perspective, backdropFilter, contain, willChange } = style;
  return (
    [transform, translate, scale, rotate, filter, perspective, backdropFilter, contain].some(isSet) ||
    /transform|filter|perspective|contain/.test(willChange)
  );
}

/** Whether something of the computed `color` can be seen at all. */
export function hasInk(color: string): boolean {
  return alphaOf(color) > 0;
}

/** How much of full colour `value` has, a computed colour or what holds one. */
export function alphaOf(value: string): number {
  if (value === 'transparent') return 0;
  const [, alpha] = /(?:rgba\([^)]*,|\/)\s*([\d.e-]+)\)/.exec(value) ?? [];
  return alpha === undefined ? 1 : Number(alpha);
}
