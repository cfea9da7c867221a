/**
 * One pass over a page, in the order people see it: through open shadow roots and same-origin frames. Everything
 * the driver knows of a page comes out of such a snapshot, so that no look-up walks the page a second time.
 */
import { composedParent } from './ancestry.ts';
import { isClobbered } from './clobbered.ts';
import { longestName, mostElements } from './limits.ts';
import { isHiddenItself, isInvisible } from './visible.ts';

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
  /** Whether `outer` is `inner` or holds it. */
  holds(outer: Element, inner: Element): boolean;
  /** Whether a person sees `element`. */
  isShown(element: Element): boolean;
  /** Whether `element` stands in a dialog, as far as the markup says so. */
  isInDialog(element: Element): boolean;
  /** Whether `element` stands in the page's frame: navigation, header, footer or an aside. */
  isInFrame(element: Element): boolean;
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
    if (isClobbered(element)) continue;
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
  const ends = subtreeEnds(depths);
  const endOf = (element: Element) => ends[order(element)] ?? 0;
  const hidden = nearestOnce(isHiddenItself);
  const dialog = nearestOnce((element) => element.matches(dialogs));
  const frame = nearestOnce((element) => element.matches(frames));
  return {
    elements,
    roots,
    tooLarge: elements.length > mostElements,
    order,
    within: (element) => elements.slice(Math.max(order(element), 0), endOf(element)),
    holds: (outer, inner) => order(outer) >= 0 && order(inner) >= order(outer) && order(inner) < endOf(outer),
    isShown: (element) => hidden(element) === null && !isInvisible(element),
    isInDialog: (element) => dialog(element) !== null,
    isInFrame: (element) => frame(element) !== null,
  };
}

const dialogs = 'dialog, [role="dialog" i], [role="alertdialog" i], [aria-modal="true" i]';
const frames =
  'nav, header, footer, aside, [role="navigation" i], [role="banner" i], [role="contentinfo" i], [role="menu" i]';

/** In pre-order, what an element holds follows it directly and lies deeper: for each, the index after its last. */
function subtreeEnds(depths: readonly number[]): number[] {
  const ends = new Array<number>(depths.length).fill(depths.length);
  const open: number[] = [];
  for (const [position, depth] of depths.entries()) {
    for (let last = open.at(-1); last !== undefined && (depths[last] ?? 0) >= depth; last = open.at(-1)) {
      ends[last] = position;
      open.pop();
    }
    open.push(position);
  }
  return ends;
}

/** The nearest of an element and its composed ancestors that passes `test`, or null; each is asked once. */
export function nearestOnce(test: (element: Element) => boolean): (element: Element) => Element | null {
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
      if (test(current)) answer = current;
    }
    for (const each of asked) known.set(each, answer);
    return answer;
  };
}

function frameDocument(element: Element): Document | null {
  if (element.tagName !== 'IFRAME' && element.tagName !== 'FRAME') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null; // another origin's frame: not ours to read
  }
}

/** The text that stands in `element` itself, child elements left out, at most `longestName * 5` characters. */
export function ownText(element: Element): string {
  let text = '';
  for (let node = element.firstChild; node && text.length < longestName * 5; node = node.nextSibling) {
    if (node.nodeType === 3) text += (node as Text).data;
  }
  return text.trim();
}
