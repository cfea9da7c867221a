/**
 * Asking nodes by the prototypes' own getters. A form's fields and a document's named elements shadow the properties
 * of the same name (`<input name="nextSibling">`); what the prototype says is what the browser means.
 */

/** Where there is no window (tests under Node), nodes are asked directly. */
function getter<Value>(owner: object | undefined, name: string): (node: object) => Value {
  const get = owner && Object.getOwnPropertyDescriptor(owner, name)?.get;
  return get ? (node) => get.call(node) as Value : (node) => (node as Record<string, Value>)[name] as Value;
}

const nodes = typeof Node === 'undefined' ? undefined : Node.prototype;
const elements = typeof Element === 'undefined' ? undefined : Element.prototype;
const documents = typeof Document === 'undefined' ? undefined : Document.prototype;

export const nodeTypeOf = getter<number>(nodes, 'nodeType');
export const firstChildOf = getter<ChildNode | null>(nodes, 'firstChild');
export const lastChildOf = getter<ChildNode | null>(nodes, 'lastChild');
export const nextSiblingOf = getter<ChildNode | null>(nodes, 'nextSibling');
export const previousSiblingOf = getter<ChildNode | null>(nodes, 'previousSibling');
export const parentElementOf = getter<Element | null>(nodes, 'parentElement');
/** Of an element; the tests' DOM defines it there, browsers define it for all nodes. */
export const textContentOf = getter<string | null>(
  elements && Object.hasOwn(elements, 'textContent') ? elements : nodes,
  'textContent',
);
export const tagNameOf = getter<string>(elements, 'tagName');
export const shadowRootOf = getter<ShadowRoot | null>(elements, 'shadowRoot');
export const ownerDocumentOf = getter<Document>(nodes, 'ownerDocument');
export const documentElementOf = getter<Element | null>(documents, 'documentElement');
export const isHiddenPage = getter<boolean>(documents, 'hidden');
/** Undefined where the browser does not prerender. */
export const isPrerendering = getter<boolean | undefined>(
  documents && 'prerendering' in documents ? documents : undefined,
  'prerendering',
);
export const viewOf = getter<(Window & typeof globalThis) | null>(documents, 'defaultView');

/** The shadow root of `element`, also one that is closed to its page: browsers give those to extensions, each in its way. */
export function anyRootOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot: given } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  return given ?? shadowRootOf(element) ?? askChromium(element);
}

function askChromium(element: Element): ShadowRoot | null {
  try {
    return chromium.dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    return null; // An extension that is gone is given nothing any more; nor is there a root of what is no HTML.
  }
}

/** https://developer.chrome.com/docs/extensions/reference/api/dom */
interface Chromium {
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
const { chrome: chromium = {} } = globalThis as { chrome?: Chromium };

/** The document or shadow root that `node` stands in. */
export function rootOf(node: Node): Node {
  return nodes ? nodes.getRootNode.call(node) : node.getRootNode();
}

/** Whether `element` has one of the attributes `names`: most have no attribute at all, and only that is asked then. */
export function hasAnyAttribute(element: Element, names: readonly string[]): boolean {
  const methods = elements ?? element;
  return methods.hasAttributes.call(element) && names.some((name) => methods.hasAttribute.call(element, name));
}

/** All elements of `root` that match `selector`, frames and shadow roots left out. */
export function queryAll(root: Document | ShadowRoot, selector: string): Element[] {
  const asksDocument = documents && isDocument(root);
  return [...(asksDocument ? documents.querySelectorAll.call(root, selector) : root.querySelectorAll(selector))];
}

/** A new element of `doc`. */
export function newElement<Tag extends keyof HTMLElementTagNameMap>(
  doc: Document,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  return documents ? (documents.createElement.call(doc, tag) as HTMLElementTagNameMap[Tag]) : doc.createElement(tag);
}

/** Listens to `doc` itself, as `addEventListener` does. */
export function listenTo(
  doc: Document,
  type: string,
  listener: (event: Event) => void,
  options: AddEventListenerOptions,
): void {
  const target = typeof EventTarget === 'undefined' ? doc : EventTarget.prototype;
  target.addEventListener.call(doc, type, listener, options);
}

/** The first element of `doc` with `id`, or null. */
export function elementById(doc: Node, id: string): Element | null {
  return documents ? documents.getElementById.call(doc, id) : (doc as Document).getElementById(id);
}

/** The rectangle of the text in `element` itself, or else of all it holds, in its window's coordinates. */
export function contentBoxOf(element: Element): DOMRect {
  const doc = ownerDocumentOf(element);
  const range = rangeOf(doc);
  range.selectNodeContents(element);
  const [first, last] = [ownTextOf(element), ownTextOf(element, lastChildOf, previousSiblingOf)];
  // A button beside the text is to be seen, even where the text is not.
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const box = range.getBoundingClientRect();
  // A range that lies on nodes is moved with each change of the page, and keeps them in memory.
  range.setStart(doc, 0);
  range.collapse(true);
  return box;
}

/** The first text of `element` itself that is more than white space; by other ways, from its other end. */
export function ownTextOf(element: Element, start = firstChildOf, next = nextSiblingOf): Text | null {
  for (let node = start(element); node; node = next(node)) if (isText(node) && node.data.trim() !== '') return node;
  return null;
}

/** One for each document: browsers keep all of a document's ranges up to date at every change until they forget them. */
const ranges = new WeakMap<Document, Range>();

function rangeOf(doc: Document): Range {
  const known = ranges.get(doc);
  if (known) return known;
  const range = documents ? documents.createRange.call(doc) : doc.createRange();
  ranges.set(doc, range);
  return range;
}

export const isDocument = (node: Node): node is Document => nodeTypeOf(node) === 9;
export const isElement = (node: Node): node is Element => nodeTypeOf(node) === 1;
export const isText = (node: Node): node is Text => nodeTypeOf(node) === 3;
