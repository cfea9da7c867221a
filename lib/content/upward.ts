/** The way up from an element as it is drawn: through slots and shadow roots, closed ones too. */
import { composedParent } from '../dashboard/ancestry.ts';
import { anyRootOf, parentElementOf, queryAll } from '../dashboard/dom.ts';

/** `element`, and all that it is drawn in, innermost first. */
export function* upward(element: Element): Generator<Element> {
  for (let current: Element | null = element; current; current = drawnIn(current)) yield current;
}

function drawnIn(element: Element): Element | null {
  const parent = parentElementOf(element);
  const root = parent && anyRootOf(parent);
  const slot =
    root && queryAll(root, 'slot').find((each) => (each as HTMLSlotElement).assignedNodes().includes(element));
  return slot ?? composedParent(element);
}
