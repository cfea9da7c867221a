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
