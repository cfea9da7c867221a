/**
 * One pass over a page, in the order people see it: through open shadow roots and same-origin frames. Everything
 * the driver knows of a page comes out of such a snapshot, so that no look-up walks the page a second time.
 */
import { longestName, mostElements } from './limits.ts';

export type Root = Document | ShadowRoot;

export interface Snapshot {
  /** All elements in composed document order. */
  readonly elements: readonly Element[];
  /** The documents and open shadow roots passed: what an observer has to watch. */
  readonly roots: readonly Root[];
  /** The page has more elements than are read. */
  readonly tooLarge: boolean;
  /** Position of `element` in the composed order; -1 where it is not part of the snapshot. */
  order(element: Element): number;
  /** `element` and all it holds, in composed order. */
  within(element: Element): readonly Element[];
}

/** Our own host element: never read, never counted. */
export const ownHost = 'token-desk-copy';
const skipped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', ownHost.toUpperCase()]);

/** Takes a snapshot of `doc`; stops at `mostElements` and says so. */
export function takeSnapshot(doc: Document): Snapshot {
  const elements: Element[] = [];
  const depths: number[] = [];
  const roots: Root[] = [];
  const index = new Map<Element, number>();
  const pending: { element: Element; depth: number }[] = [];
  const enter = (parent: Root | Element, depth: number) => {
    if (!('tagName' in parent)) roots.push(parent);
    for (let child = parent.lastElementChild; child; child = child.previousElementSibling) {
      pending.push({ element: child, depth });
    }
  };
  enter(doc, 0);
  for (let next = pending.pop(); next && elements.length <= mostElements; next = pending.pop()) {
    const { element, depth } = next;
    if (skipped.has(element.tagName.toUpperCase())) continue;
    index.set(element, elements.length);
    elements.push(element);
    depths.push(depth);
    enter(element, depth + 1);
    if (element.shadowRoot) enter(element.shadowRoot, depth + 1);
    const framed = frameDocument(element);
    if (framed) enter(framed, depth + 1);
  }
  const order = (element: Element) => index.get(element) ?? -1;
  return {
    elements,
    roots,
    tooLarge: elements.length > mostElements,
    order,
    within: (element) => subtree(elements, depths, order(element)),
  };
}

/** In pre-order, what an element holds follows it directly and lies deeper. */
function subtree(elements: readonly Element[], depths: readonly number[], start: number): readonly Element[] {
  if (start < 0) return [];
  const depth = depths[start] ?? 0;
  let end = start + 1;
  while (end < elements.length && (depths[end] ?? 0) > depth) end += 1;
  return elements.slice(start, end);
}

function frameDocument(element: Element): Document | null {
  if (element.tagName !== 'IFRAME' && element.tagName !== 'FRAME') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null; // another origin's frame: not ours to read
  }
}

/** The parent across shadow and frame borders, or null at the top. */
export function composedParent(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if ('host' in root) return (root as ShadowRoot).host;
  try {
    return (root as Document).defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** `element` and its composed ancestors, innermost first. */
export function* ancestry(element: Element): Generator<Element> {
  for (let current: Element | null = element; current; current = composedParent(current)) yield current;
}

/** Whether `outer` is `inner` or one of its composed ancestors. */
export function holds(outer: Element, inner: Element): boolean {
  for (const element of ancestry(inner)) if (element === outer) return true;
  return false;
}

/** The text that stands in `element` itself, child elements left out, at most `longestName * 5` characters. */
export function ownText(element: Element): string {
  let text = '';
  for (let node = element.firstChild; node && text.length < longestName * 5; node = node.nextSibling) {
    if (node.nodeType === 3) text += (node as Text).data;
  }
  return text.trim();
}
