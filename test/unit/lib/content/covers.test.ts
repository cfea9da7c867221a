/** What may be drawn over the page button though the browser finds the button there; what draws nothing is no cover. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isCovered } from '../../../../lib/content/covers.ts';
import { ownHost } from '../../../../lib/dashboard/snapshot.ts';

type Style = Record<string, string>;
type Box = [left: number, top: number, width: number, height: number];

/** As browsers compute them for a box without any style. */
const initial: Style = {
  display: 'block',
  visibility: 'visible',
  opacity: '1',
  pointerEvents: 'auto',
  position: 'static',
  backgroundColor: 'rgba(0, 0, 0, 0)',
  backgroundImage: 'none',
  backdropFilter: 'none',
  boxShadow: 'none',
  textShadow: 'none',
  filter: 'none',
  outlineStyle: 'none',
  outlineWidth: '3px',
  outlineColor: 'rgb(0, 0, 0)',
  outlineOffset: '0px',
  borderImageSource: 'none',
  borderImageOutset: '0',
  borderTopWidth: '0px',
  borderRightWidth: '0px',
  borderBottomWidth: '0px',
  borderLeftWidth: '0px',
  borderTopColor: 'rgb(0, 0, 0)',
  fontSize: '16px',
  content: 'none',
  willChange: 'auto',
};
/** Over the button, and elsewhere. */
const over: Box = [0, 0, 500, 500];
const elsewhere: Box = [600, 600, 10, 10];
const onlyCorner: Box = [0, 0, 140, 60];

let styles: Map<Element, Record<string, Style>>;
let boxes: Map<Element, Box>;
let button: HTMLElement;

const rect = ([left, top, width, height]: Box) =>
  ({ left, top, width, height, right: left + width, bottom: top + height }) as DOMRect;

beforeEach(() => {
  [styles, boxes] = [new Map(), new Map()];
  vi.stubGlobal('CSS', { supports: () => false });
  vi.stubGlobal('getComputedStyle', (element: Element, pseudo = '') => {
    const style: Style = { ...initial, ...styles.get(element)?.[pseudo] };
    const name = (property: string) => property.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    return { ...style, getPropertyValue: (property: string) => style[name(property)] ?? '' };
  });
  const prototype = Element.prototype as { checkVisibility?: unknown };
  prototype.checkVisibility = function (this: Element) {
    const { opacity, visibility } = { ...initial, ...styles.get(this)?.[''] };
    return opacity !== '0' && visibility === 'visible';
  };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return rect(boxes.get(this) ?? elsewhere);
  });
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return [rect(boxes.get(this) ?? elsewhere)] as never;
  });
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
    return rect(boxes.get(this.startContainer as Element) ?? elsewhere);
  });
  document.body.innerHTML = `<main><${ownHost}></${ownHost}></main><p></p>`;
  const root = document.querySelector(ownHost)?.attachShadow({ mode: 'open' });
  button = document.createElement('button');
  root?.append(button);
  boxes.set(button, [100, 50, 200, 40]);
  return () => {
    Reflect.deleteProperty(prototype, 'checkVisibility');
    document.body.removeAttribute('inert');
    document.body.replaceChildren();
    vi.unstubAllGlobals();
  };
});

/** `element` looks like `style`, its `pseudo` element where there is one, and stands at `box`. */
function put(element: Element | null, style: Style, box: Box, pseudo = ''): void {
  if (!element) throw new Error('There is nothing to put.');
  styles.set(element, { ...styles.get(element), [pseudo]: style });
  boxes.set(element, box);
}
const p = () => document.querySelector('p') as Element;
const covered = () => isCovered(button, document);
const through = { pointerEvents: 'none' };

it('is not covered by nothing', () => {
  expect(covered()).toBe(false);
});

it.each<[string, Style, Box, boolean]>([
  ['with a ground', { ...through, backgroundColor: 'rgb(255, 255, 255)' }, over, true],
  ['with a faint ground', { ...through, backgroundColor: 'rgba(255, 255, 255, 0.5)' }, over, true],
  ['with a picture', { ...through, backgroundImage: 'url(x)' }, over, true],
  ['of frosted glass', { ...through, backdropFilter: 'blur(2px)' }, over, true],
  ['of borders', { ...through, borderTopWidth: '9px' }, over, true],
  ['of an inner shadow', { ...through, boxShadow: 'rgb(0, 0, 0) 0px 0px 9px 0px inset' }, over, true],
  ['over a corner', { ...through, backgroundColor: 'rgb(255, 255, 255)' }, onlyCorner, true],
  ['elsewhere', { ...through, backgroundColor: 'rgb(255, 255, 255)' }, elsewhere, false],
  ['that is empty', through, over, false],
  ['that takes clicks, and so is below', { backgroundColor: 'rgb(255, 255, 255)' }, over, false],
  ['that is not displayed', { ...through, display: 'none', backgroundColor: 'rgb(255, 255, 255)' }, over, false],
  ['that is hidden', { ...through, visibility: 'hidden', backgroundColor: 'rgb(255, 255, 255)' }, over, false],
  ['that is faded out', { ...through, opacity: '0', backgroundColor: 'rgb(255, 255, 255)' }, over, false],
])('by a layer %s: %#', (_, style, box, expected) => {
  put(p(), style, box);
  expect(covered()).toBe(expected);
});

it.each(['img', 'canvas', 'video', 'progress', 'textarea'])('by <%s>, which needs no style', (name) => {
  const element = document.createElement(name);
  document.body.append(element);
  put(element, through, over);
  expect(covered()).toBe(true);
});

it('by text of its own', () => {
  p().textContent = 'Click here';
  put(p(), through, over);
  expect(covered()).toBe(true);
  p().textContent = ' ';
  expect(covered()).toBe(false);
});

it('by what is inert, or stands in what is', () => {
  put(p(), { backgroundColor: 'rgb(255, 255, 255)' }, over);
  document.body.toggleAttribute('inert');
  expect(covered()).toBe(true);
});

it('not by what it stands in', () => {
  put(document.querySelector('main'), { ...through, backgroundColor: 'rgb(255, 255, 255)' }, over);
  expect(covered()).toBe(false);
});

it('by what stands in another root', () => {
  const inner = document.createElement('p');
  p().attachShadow({ mode: 'open' }).append(inner);
  put(inner, { ...through, backgroundColor: 'rgb(255, 255, 255)' }, over);
  expect(covered()).toBe(true);
});

const shadow = (color: string) => ({ boxShadow: `${color} 0px 0px 0px 900px` });
it.each<[string, Style, boolean]>([
  ['a shadow', shadow('rgb(255, 255, 255)'), true],
  ['a shadow that falls far', { boxShadow: 'rgb(0, 0, 0) -450px -550px 40px 20px' }, true],
  ['a shadow of text', { textShadow: 'rgb(0, 0, 0) -450px -540px 80px' }, true],
  ['a shadow that hardly shows', shadow('rgba(0, 0, 0, 0.2)'), false],
  ['a shadow that stays near', { boxShadow: 'rgb(0, 0, 0) 0px 8px 40px 0px' }, false],
  ['many that hardly show', { boxShadow: Array(4).fill(shadow('rgba(0, 0, 0, 0.2)').boxShadow).join(', ') }, true],
  ['an outline', { outlineStyle: 'solid', outlineWidth: '900px' }, true],
  ['an outline without colour', { outlineStyle: 'solid', outlineWidth: '900px', outlineColor: 'transparent' }, false],
  ['an outline that stays near', { outlineStyle: 'solid' }, false],
  ['a drop shadow', { filter: 'drop-shadow(rgb(0, 0, 0) -900px 0px 0px)' }, true],
  ['a filter of the page', { filter: 'url("#x")' }, true],
  ['a filter that stays near', { filter: 'blur(5px)' }, false],
  ['a border picture', { borderImageSource: 'url(x)', borderImageOutset: '900px' }, true],
  ['a border picture in widths', { borderImageSource: 'url(x)', borderImageOutset: '90', borderTopWidth: '9px' }, true],
  ['a border picture in place', { borderImageSource: 'url(x)' }, false],
])('by %s of something elsewhere: %#', (_, style, expected) => {
  put(p(), style, elsewhere);
  expect(covered()).toBe(expected);
});

it.each([
  ['-600px', true],
  ['0px', false],
])('by the outline of what it stands in, drawn %s inwards: %s', (outlineOffset, expected) => {
  put(document.querySelector('main'), { outlineStyle: 'solid', outlineWidth: '600px', outlineOffset }, over);
  expect(covered()).toBe(expected);
});

describe.each(['::before', '::after'])('by %s', (pseudo) => {
  const drawn = { ...through, content: '""', backgroundColor: 'rgb(255, 255, 255)', width: '400px', height: '400px' };
  it.each<[string, Style, boolean]>([
    ['fixed', { ...drawn, position: 'fixed', left: '0px', top: '0px' }, true],
    ['fixed elsewhere', { ...drawn, position: 'fixed', left: '500px', top: '0px' }, false],
    ['absolute', { ...drawn, position: 'absolute', left: '0px', top: '0px' }, true],
    ['in the flow, pulled up', { ...drawn, margin: '-600px' }, true],
    [
      'moved',
      { ...drawn, position: 'fixed', left: '500px', top: '0px', transform: 'matrix(1, 0, 0, 1, -500, 0)' },
      true,
    ],
    [
      'small, and turned',
      { ...drawn, position: 'fixed', left: '500px', width: '8px', height: '8px', rotate: '45deg' },
      false,
    ],
    ['that is not there', { ...drawn, position: 'fixed', content: 'none' }, false],
    ['that takes clicks', { ...drawn, position: 'fixed', pointerEvents: 'auto' }, false],
    ['without ink', { ...drawn, position: 'fixed', backgroundColor: 'transparent' }, false],
    ['of words', { ...drawn, position: 'fixed', backgroundColor: 'transparent', content: '"Win"' }, true],
    ['of a shadow', { ...drawn, position: 'fixed', left: '900px', ...shadow('rgb(0, 0, 0)') }, true],
  ])('%s: %#', (_, style, expected) => {
    put(p(), style, elsewhere, pseudo);
    expect(covered()).toBe(expected);
    styles.clear();
    put(document.querySelector('main'), style, over, pseudo);
    if (style.position) expect(covered()).toBe(expected);
  });
});
