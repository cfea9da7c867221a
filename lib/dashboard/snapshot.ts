/**
 * One pass over a page, in the order people see it: through open shadow roots and same-origin frames. Everything
 * the driver knows of a page comes out of such a snapshot, so that no look-up walks the page a second time.
 */
import { aroundOnce } from './ancestry.ts';
import { isClobbered } from './clobbered.ts';
import { hasAnyAttribute, isText, lastChildOf, nodeTypeOf, previousSiblingOf, shadowRootOf, tagNameOf } from './dom.ts';
import { longestName, mostElements } from './limits.ts';
import { isBoxSeen } from './seen.ts';
import { isHiddenItself, isInvisible, skipsContent } from './visible.ts';

export type Root = Document | ShadowRoot;

export interface Snapshot {
  /** All elements in composed document order. */
  readonly elements: readonly Element[];
  /** For each of `elements`, the text that stands in it itself, as `ownText` gives it. */
  readonly texts: readonly string[];
  /** The documents and open shadow roots passed: what an observer has to watch. */
  readonly roots: readonly Root[];
  /** All elements of a tag or with an attribute that could make them a control, a dialog, a frame or named. */
  readonly marked: ReadonlySet<Element>;
  /** The page has more elements than are read. */
  readonly tooLarge: boolean;
  /** A form was left out, with all it holds (clobbered.ts): nobody knows what the page shows there. */
  readonly leavesOut: boolean;
  /** Position of `element` in the composed order; -1 where it is not part of the snapshot. */
  order(element: Element): number;
  /** The first and the last position, exclusive, of `element` and all it holds. */
  span(element: Element): readonly [number, number];
  /** `element` and all it holds, in composed order. */
  within(element: Element): readonly Element[];
  /** Whether `outer` is `inner` or holds it. */
  holds(outer: Element, inner: Element): boolean;
  /** Whether a person sees `element`. */
  isShown(element: Element): boolean;
  /** Whether the button, link or box `element` is shown, and neither clipped away nor off the page. */
  isSeen(element: Element): boolean;
  /** Whether `element` stands in a dialog, as far as the markup says so. */
  isInDialog(element: Element): boolean;
  /** Whether `element` stands in the page's frame: navigation, header, footer or an aside. */
  isInFrame(element: Element): boolean;
  /** The same, but that the header and the footer of a part of the page, a card for one, are none. */
  isInPageFrame(element: Element): boolean;
}

/** Our own host elements, the button's and the notice's: never read, never counted. */
export const ownHost = 'token-desk-copy';
export const noticeHost = 'token-desk-notice';
const skipped = new Set(
  ['script', 'style', 'noscript', 'template', 'head', ownHost, noticeHost].flatMap((tag) => [tag, tag.toUpperCase()]),
);

/** Whether what an element of `tag` holds is nothing that people read on the page. */
export const isSkipped = (tag: string): boolean => skipped.has(tag);

/** Takes a snapshot of `doc`; stops at `mostElements` and says so. */
export function takeSnapshot(doc: Document): Snapshot {
  return snapshotOf(walk(doc));
}

/** The snapshot of a page of which nothing can be seen. */
export function emptySnapshot(): Snapshot {
  return snapshotOf({ elements: [], depths: [], texts: [], roots: [], marked: new Set(), leavesOut: false });
}

function snapshotOf({ elements, depths, texts, roots, marked, leavesOut }: Walked): Snapshot {
  const index = new Map<Element, number>();
  for (let at = 0; at < elements.length; at += 1) index.set(elements[at] as Element, at);
  const order = (element: Element) => index.get(element) ?? -1;
  const ends = subtreeEnds(depths);
  const endOf = (element: Element) => ends[order(element)] ?? 0;
  const span = (element: Element) => [Math.max(order(element), 0), endOf(element)] as const;
  const skips = once(skipsContent);
  const isHidden = aroundOnce((element) => isHiddenItself(element, skips));
  const isShown = (element: Element) => !isHidden(element) && !isInvisible(element);
  const isFrameMark = (element: Element) => marked.has(element) && element.matches(frames);
  return {
    elements,
    texts,
    roots,
    marked,
    tooLarge: elements.length > mostElements,
    leavesOut,
    order,
    span,
    within: (element) => elements.slice(...span(element)),
    holds: (outer, inner) => order(outer) >= 0 && order(inner) >= order(outer) && order(inner) < endOf(outer),
    isShown,
    isSeen: once((element) => isShown(element) && isBoxSeen(element)),
    isInDialog: aroundOnce((element) => marked.has(element) && element.matches(dialogs)),
    isInFrame: aroundOnce(isFrameMark),
    isInPageFrame: aroundOnce((element) => isFrameMark(element) && !isEndOfPart(element)),
  };
}

/** Whether `test` says yes to any element of the span, given with the text that stands in it itself. */
export function someIn(
  { elements, texts }: Snapshot,
  [from, to]: readonly [number, number],
  test: (element: Element, text: string) => boolean,
): boolean {
  for (let at = from; at < to; at += 1) if (test(elements[at] as Element, texts[at] ?? '')) return true;
  return false;
}

interface Walked {
  elements: Element[];
  depths: number[];
  texts: string[];
  roots: Root[];
  marked: Set<Element>;
  leavesOut: boolean;
}

/** The elements from `doc` down, with how deep they lie and the text that each holds itself. */
function walk(doc: Document): Walked {
  const walked: Walked = { elements: [], depths: [], texts: [], roots: [], marked: new Set(), leavesOut: false };
  const pending: Element[] = [];
  const pendingDepths: number[] = [];
  /** Puts the child elements of `parent` on the pile, first on top, and gives the text between them. */
  const enter = (parent: Node, depth: number): string => {
    let text = '';
    for (let child = lastChildOf(parent); child; child = previousSiblingOf(child)) {
      const type = nodeTypeOf(child);
      if (type === 3) text = (child as Text).data + text;
      else if (type === 1) pendingDepths[pending.push(child as Node as Element) - 1] = depth;
    }
    return text;
  };
  const enterRoot = (root: Root, depth: number): string => {
    walked.roots.push(root);
    return enter(root, depth);
  };
  enterRoot(doc, 0);
  for (let element = pending.pop(); element && walked.elements.length <= mostElements; element = pending.pop()) {
    const depth = pendingDepths[pending.length] ?? 0;
    const tag = tagNameOf(element);
    const isLeftOut = tag === 'FORM' && isClobbered(element);
    walked.leavesOut ||= isLeftOut;
    if (isLeftOut || isSkipped(tag)) continue;
    walked.elements.push(element);
    if (markedTags.has(tag) || hasAnyAttribute(element, markedBy)) walked.marked.add(element);
    walked.depths.push(depth);
    const text = enter(element, depth + 1);
    const inner = innerRoot(element, tag);
    // Text that stands in a shadow root itself has no other element to be the text of.
    walked.texts.push(cut(inner ? text + enterRoot(inner, depth + 1) : text));
  }
  return walked;
}

/** Two quick questions, before each of the few that answer to one of them is asked what it is. */
const markedTags = new Set(
  'NAV HEADER FOOTER ASIDE DIALOG A BUTTON SUMMARY INPUT'.split(' ').flatMap((tag) => [tag, tag.toLowerCase()]),
);
const markedBy = ['role', 'aria-modal', 'onclick', 'title', 'aria-label', 'aria-labelledby'];
/** What says of itself that it is a dialog. */
export const dialogs = 'dialog, [role="dialog" i], [role="alertdialog" i], [aria-modal="true" i]';
const frames =
  'nav, header, footer, aside, [role="navigation" i], [role="banner" i], [role="contentinfo" i], [role="menu" i]';
/** https://html.spec.whatwg.org/#the-header-element: within these, it is not the page's. */
const isEndOfPart = (element: Element) =>
  element.matches('header, footer') && element.closest('main, article, section, [role="main" i]') !== null;

/** In pre-order, what an element holds follows it directly and lies deeper: for each, the index after its last. */
function subtreeEnds(depths: readonly number[]): number[] {
  const ends = new Array<number>(depths.length).fill(depths.length);
  const open: number[] = [];
  for (let position = 0; position < depths.length; position += 1) {
    const depth = depths[position] ?? 0;
    for (let last = open.at(-1); last !== undefined && (depths[last] ?? 0) >= depth; last = open.at(-1)) {
      ends[last] = position;
      open.pop();
    }
    open.push(position);
  }
  return ends;
}

/** `ask`, once for each element. */
export function once<Answer>(ask: (element: Element) => Answer): (element: Element) => Answer {
  const known = new Map<Element, Answer>();
  return (element) => {
    if (!known.has(element)) known.set(element, ask(element));
    return known.get(element) as Answer;
  };
}

/** What stands in `element`, in place of its children. */
function innerRoot(element: Element, tag: string): Root | null {
  if (mayHost(tag)) return shadowRootOf(element);
  return isFrame(tag) ? frameDocument(element) : null;
}

/** What can have a shadow root that is ours to read (DOM standard, attachShadow). */
export const mayHost = (tag: string): boolean => tag.includes('-') || hosts.has(tag);
const hosts = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'
    .split(' ')
    .flatMap((tag) => [tag, tag.toLowerCase()]),
);
const isFrame = (tag: string) => tag === 'IFRAME' || tag === 'FRAME';

function frameDocument(element: Element): Document | null {
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null; // another origin's frame: not ours to read
  }
}

/** The text that stands in `element` itself, child elements left out, at most `longestName * 5` characters. */
export function ownText(element: Element): string {
  let text = '';
  for (let child = lastChildOf(element); child; child = previousSiblingOf(child)) {
    if (isText(child)) text = child.data + text;
  }
  return cut(text);
}

/** What is longer than any name and any token needs no more than its beginning, to be told from them. */
function cut(text: string): string {
  return text === '' ? text : text.trim().slice(0, longestOwnText);
}
const longestOwnText = longestName * 5;
