/** What the page button and the notice are made of: an element that no definition of the page's gets hold of, and its dress. */

/**
 * A new element called `name`, in a document apart: no definition of the page's is found there. Its constructor would
 * run here: it would know us on every page, open the closed root by its internals, or forbid it.
 */
export function ownElement(name: string): HTMLElement {
  return new DOMParser().parseFromString('', 'text/html').createElement(name);
}

/**
 * Gives `style` its `rules` where it has none: a style element has some only while it is in the document, and each time
 * it comes back they are set anew. Set one by one they pass a page's content security policy; as text they would not.
 */
export function dress({ sheet }: HTMLStyleElement, rules: readonly string[]): void {
  if (sheet?.cssRules.length === 0) for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length);
}
