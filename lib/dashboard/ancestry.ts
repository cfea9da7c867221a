/** The way up from an element, through shadow roots and same-origin frames. */

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
