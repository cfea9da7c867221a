/** The way up from an element, through shadow roots and same-origin frames. */

/** The prototype's own: a form's fields shadow the form's properties by their names. */
const prototype = typeof Node === 'undefined' ? null : Node.prototype;
const parentElement = prototype && Object.getOwnPropertyDescriptor(prototype, 'parentElement')?.get;

/** The parent across shadow and frame borders, or null at the top. */
export function composedParent(element: Element): Element | null {
  const parent: Element | null = parentElement ? parentElement.call(element) : element.parentElement;
  if (parent) return parent;
  const root: Node = prototype ? prototype.getRootNode.call(element) : element.getRootNode();
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
