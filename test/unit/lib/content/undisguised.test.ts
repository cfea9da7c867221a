/** The page button counts as it is only where nothing before it or around it changes how it looks. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isUndisguised, spotsOf } from '../../../../lib/content/undisguised.ts';

const box = { left: 100, top: 50, width: 200, height: 40, right: 300, bottom: 90 };
let button: HTMLElement;
/** What the browser finds at a point: the button, where no test says otherwise. */
let at: (x: number, y: number) => Element | null;
/** The same of the document, which knows of our root no more than its host. */
let atAll: typeof at;
/** happy-dom computes few of these by itself; a browser gives each its initial value. */
const initial = { opacity: '1', mixBlendMode: 'normal', visibility: 'visible' };

beforeEach(() => {
  document.body.innerHTML = `<div id="slotted"><div id="outer"><div id="host"></div></div></div><p>x</p>`;
  const slotted = document.getElementById('slotted') as HTMLElement;
  slotted.attachShadow({ mode: 'open' }).innerHTML = '<div id="inside"><slot></slot></div>';
  const root = (document.getElementById('host') as HTMLElement).attachShadow({ mode: 'closed' });
  root.innerHTML = '<button><span>Copy</span></button>';
  button = root.querySelector('button') as HTMLElement;
  vi.spyOn(button, 'getBoundingClientRect').mockImplementation(() => box as DOMRect);
  at = () => button;
  root.elementFromPoint = (x, y) => at(x, y);
  atAll = () => document.getElementById('host');
  document.elementFromPoint = (x, y) => atAll(x, y);
  vi.stubGlobal('getComputedStyle', () => initial);
  return () => {
    Reflect.deleteProperty(document, 'elementFromPoint');
    document.body.replaceChildren();
    vi.unstubAllGlobals();
  };
});
const isSo = () => isUndisguised(button, document);

it('is found by its middle and a point near each corner', () => {
  expect(spotsOf(button)).toEqual([[200, 70], ...[130, 270].flatMap((x) => [58, 82].map((y) => [x, y]))]);
});

it('is so where nothing is against it', () => {
  expect(isSo()).toBe(true);
});

it('is not so in another document', () => {
  expect(isUndisguised(button, document.implementation.createHTMLDocument())).toBe(false);
});

it.each([
  [40, 16, 1, true],
  [39, 16, 1, false],
  [40, 15, 1, false],
  [200, 40, 0.8, true],
  [200, 40, 0.7, false],
  [200, 40, 4, true],
  [200, 40, 5, false],
])('%i px wide, %i px high, zoomed by %f: %s', (width, height, zoom, expected) => {
  vi.mocked(button.getBoundingClientRect).mockReturnValue({ ...box, width, height } as DOMRect);
  Object.defineProperty(button, 'currentCSSZoom', { value: zoom, configurable: true });
  expect(isSo()).toBe(expected);
});

describe('on top', () => {
  it.each([
    [200, 70],
    [130, 58],
    [130, 82],
    [270, 58],
    [270, 82],
  ])('is not where something else lies over %i, %i', (x, y) => {
    at = (...point) => (point[0] === x && point[1] === y ? document.querySelector('p') : button);
    expect(isSo()).toBe(false);
  });

  it('is not where the document finds something else, whatever its own root says', () => {
    atAll = () => document.querySelector('p');
    expect(isSo()).toBe(false);
    atAll = () => document.getElementById('outer');
    expect(isSo()).toBe(false);
  });

  it.each<[string, () => Element | null, boolean]>([
    ['what stands in it', () => button.firstElementChild, true],
    ['what it stands in', () => document.getElementById('outer'), false],
    ['nothing', () => null, false],
  ])('%s is found there: %#', (_, found, expected) => {
    at = found;
    expect(isSo()).toBe(expected);
  });
});

const styles: [string, boolean][] = [
  ['opacity: 1', true],
  ['opacity: 0.99', true],
  ['opacity: 0.98', false],
  ['opacity: 0', false],
  ['filter: none', true],
  ['filter: blur(2px)', false],
  ['clip-path: none', true],
  ['clip-path: inset(40%)', false],
  ['mask-image: none', true],
  ['mask-image: linear-gradient(red, blue)', false],
  ['perspective: none', true],
  ['perspective: 10px', false],
  ['mix-blend-mode: normal', true],
  ['mix-blend-mode: difference', false],
  ['visibility: visible', true],
  ['visibility: hidden', false],
  ['transform: none', true],
  ['transform: matrix(1, 0, 0, 1, 30, 40)', true],
  ['transform: matrix(0.5, 0, 0, 1, 0, 0)', false],
  ['transform: matrix(-1, 0, 0, 1, 0, 0)', false],
  ['transform: x matrix(1, 0, 0, 1, 0, 0)', false],
  ['rotate: none', true],
  ['rotate: 180deg', false],
  ['scale: 0.1', false],
  ['translate: 10px', true],
  ['offset-path: path("M0 0 L9 9")', false],
  ['clip: auto', true],
  ['clip: rect(1px, 2px, 3px, 0px)', false],
];

const around: [string, () => Element | null | undefined][] = [
  ['the button', () => button],
  ['its host', () => document.getElementById('host')],
  ['what the host stands in', () => document.getElementById('outer')],
  ['what that is slotted into', () => document.getElementById('slotted')?.shadowRoot?.getElementById('inside')],
  ['the page', () => document.documentElement],
];

describe.each(around)('by the style of %s', (_, find) => {
  it.each(styles)('%s: %s', (style, expected) => {
    const touched = find();
    const [name = '', value = ''] = style.split(': ');
    const property = name.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase());
    vi.stubGlobal('getComputedStyle', (element: Element) =>
      element === touched ? { ...initial, [property]: value } : initial,
    );
    expect(touched).toBeInstanceOf(Element);
    expect(isSo()).toBe(expected);
  });
});

it.each<[string, string, boolean]>([
  ['0px', 'rgb(0, 0, 0)', false],
  ['-900px', 'rgb(0, 0, 0)', true],
  ['-900px', 'transparent', false],
])('under an outline of what it stands in, at %s in %s: %s', (outlineOffset, outlineColor, isOver) => {
  const outer = document.getElementById('outer') as HTMLElement;
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([
    { left: 0, top: 0, right: 900, bottom: 900 },
  ] as never);
  const outline = { ...initial, outlineStyle: 'solid', outlineWidth: '900px', outlineOffset, outlineColor };
  vi.stubGlobal('getComputedStyle', (element: Element) => (element === outer ? outline : initial));
  expect(isSo()).toBe(!isOver);
});

it('is not so in a vector picture, which scales by no style', () => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject');
  document.body.append(svg);
  svg.append(document.getElementById('slotted') as HTMLElement);
  expect(isSo()).toBe(false);
});
