/** The way up from an element, through shadow roots and same-origin frames. */
import { isDocument, parentElementOf, rootOf, viewOf } from './dom.ts';

/** The parent across shadow and frame borders, or null at the top. */
export function composedParent(element: Element): Element | null {
  const parent = parentElementOf(element);
  if (parent) return parent;
  const root = rootOf(element);
  // Not `'host' in root`: a document has what its images are named.
  if (!isDocument(root)) return (root as Partial<ShadowRoot>).host ?? null;
  try {
    return viewOf(root)?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** `element` and its composed ancestors, innermost first. */
export function* ancestry(element: Element): Generator<Element> {
  for (let current: Element | null = element; current; current = composedParent(current)) yield current;
}

/** The nearest of an element and its composed ancestors that is `marked` and matches `selector`, or null; each is asked once. */
export function nearestOf(marked: ReadonlySet<Element>, selector: string): (element: Element) => Element | null {
  const known = new Map<Element, Element | null>();
  return (element) => {
    const asked: Element[] = [];
    let answer: Element | null = null;
    for (let current: Element | null = element; current && !answer; current = composedParent(current)) {
      const before = known.get(current);
      if (before !== undefined) {
        answer = before;
        break;
      }
      asked.push(current);
      if (marked.has(current) && current.matches(selector)) answer = current;
    }
    for (const each of asked) known.set(each, answer);
    return answer;
  };
}

/** Whether an element or one of its composed ancestors passes `test`; the outer ones are asked first, and each once. */
export function aroundOnce(test: (element: Element) => boolean): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const asked: Element[] = [];
    let current: Element | null = element;
    for (; current && !known.has(current); current = composedParent(current)) asked.push(current);
    let answer = current !== null && known.get(current) === true;
    for (const each of asked.reverse()) {
      answer ||= test(each);
      known.set(each, answer);
    }
    return answer;
  };
}
