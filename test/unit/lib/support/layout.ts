/**
 * A page with a layout, as the test writes it: `data-box="left top right bottom"` is where an element lies, `data-text`
 * where its text does (else there, too), and `style` is the computed style. What has no box lies where its parent does.
 */
import { pageOf } from './pages.ts';

interface Laid {
  doc: Document;
  /** The element to judge. */
  it: Element;
}

const camel = (name: string) => name.replace(/^-/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function boxIn(element: Element, name: string): DOMRect {
  const holder = element.closest(`[${name}]`) ?? element.closest('[data-box]');
  const edges = (holder?.getAttribute(name) ?? holder?.getAttribute('data-box') ?? '').split(' ').map(Number);
  const [left = 0, top = 0, right = 0, bottom = 0] = edges;
  return { left, top, right, bottom, width: right - left, height: bottom - top } as DOMRect;
}

function styleIn(element: Element): Record<string, string> {
  const rules = (element.getAttribute('style') ?? '').split(';').map((rule) => rule.split(/:(.*)/));
  return Object.fromEntries(rules.map(([name = '', value = '']) => [camel(name.trim()), value.trim()]));
}

/** `html` as the body of a page that is laid out, 1,000 by 2,000 px; the element to judge has the id `it`. */
export function laidOut(html: string, view: Partial<Record<keyof Window, number>> = {}, root = '0 0 1000 2000'): Laid {
  const doc = pageOf(`<!doctype html><html data-box="${root}"><body>${html}</body></html>`);
  const window = doc.defaultView as unknown as { Element: typeof Element; Range: typeof Range };
  for (const [name, value] of Object.entries({ ...view, getComputedStyle: styleIn }))
    Object.defineProperty(window, name, { value, configurable: true });
  window.Element.prototype.getBoundingClientRect = function (this: Element) {
    return boxIn(this, 'data-box');
  };
  window.Range.prototype.getBoundingClientRect = function (this: Range) {
    return boxIn(this.startContainer as Element, 'data-text');
  };
  const it = doc.getElementById('it');
  if (!it) throw new Error('There is nothing to judge.');
  return { doc, it };
}
