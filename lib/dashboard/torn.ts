/** Whether a value is only a part of what stands there: other text touches it, or stands in the midst of it. */
import { isClobbered } from './clobbered.ts';
import {
  anyRootOf,
  firstChildOf,
  isElement,
  isText,
  lastChildOf,
  nextSiblingOf,
  ownerDocumentOf,
  parentElementOf,
  previousSiblingOf,
  rootOf,
  shadowRootOf,
  tagNameOf,
  textContentOf,
  viewOf,
} from './dom.ts';
import { fieldNameOf } from './field-names.ts';
import { isShown, styleOf } from './visible.ts';

interface Direction {
  next: (node: object) => ChildNode | null;
  start: (node: object) => ChildNode | null;
  /** Whether a text touches what lies before it in this direction. */
  touches: RegExp;
}

/** A look in one direction, from a value and the element that holds it. */
interface Look extends Direction {
  value: string;
  home: Element;
}
const onwards: Direction = { next: nextSiblingOf, start: firstChildOf, touches: /^\S/ };
const backwards: Direction = { next: previousSiblingOf, start: lastChildOf, touches: /\S$/ };

const inlineTags = new Set(
  (
    'SPAN CODE B I EM STRONG MARK SMALL BIG FONT TT KBD SAMP BDI BDO VAR U S INS DEL SUB SUP Q ABBR CITE DFN DATA TIME ' +
    'OUTPUT'
  ).split(' '),
);
/** What people take for a thing of its own, however close it stands. */
const apart = 'button, a, label, select, input, textarea, img, svg, br, hr, [role="button" i], [role="status" i]';
const silent = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'WBR', 'TOKEN-DESK-COPY']);
const marks = /\p{Cf}/gu;

/** Whether other text touches `value`, which `element` holds in its own text, or as a field. */
export function isTorn(element: Element, value: string, isField: boolean): boolean {
  if (isBesideSealed(element)) return true;
  const [on, back] = [onwards, backwards].map((direction) => ({ ...direction, value, home: element })) as [Look, Look];
  // Between fields, white space is but white space.
  if (isField) return isBesideField(element, value) || isTouched(element, on, true) || isTouched(element, back, true);
  const home = shadowRootOf(element) ?? element;
  const [first, last] = [edgeText(home, onwards), edgeText(home, backwards)];
  if (!first || !last) return false;
  // White space between it and what stands before ends a word, if not a value that is written in groups.
  const isApart = /^\s/.test(first.data);
  return isInterrupted(first, last) || isTouched(first, back, isApart) || isTouched(last, on, false);
}

/** Whether something that cannot be read stands right beside `element`: it may be another value, or a part of it. */
export function isBesideSealed(element: Element): boolean {
  for (let inner: Element | null = element; inner; inner = isInline(inner) ? parentElementOf(inner) : null) {
    if (neighboursOf(inner).some(holdsSealed)) return true;
  }
  return false;
}

/**
 * Whether something is drawn in `element` that is no content of it: more than an icon, in line with its neighbours, or in a
 * closed shadow root of what usually stands there. Or `element` has no text, and the first thing in it is so.
 */
export function holdsSealed(element: Element): boolean {
  if (isClobbered(element) || shadowRootOf(element) || (textContentOf(element) ?? '').trim() !== '') return false;
  const first = element.firstElementChild;
  if (first) return holdsSealed(first);
  if (silent.has(tagNameOf(element)) || element.matches(apart)) return false;
  const isSealed = isInline(element) || (isForLines(element) && anyRootOf(element) !== null);
  return isSealed && element.getBoundingClientRect().width > widthOfIcons;
}

/** Whether `element` is of those that stand in line, unless a grid, for one, has made a box of it. */
const isForLines = (element: Element) => inlineTags.has(tagNameOf(element)) || tagNameOf(element).includes('-');

/** CSS px. */
const widthOfIcons = 60;

function isBesideField(field: Element, value: string): boolean {
  return neighboursOf(field).some((beside) => isPart(beside, value));
}

function neighboursOf({ previousElementSibling, nextElementSibling }: Element): Element[] {
  return [previousElementSibling, nextElementSibling].filter((each) => each !== null);
}

/** The first or last text in `element` itself that is more than white space. */
function edgeText(element: Node, { start, next }: Direction): Text | null {
  let node = start(element);
  while (node && !(isText(node) && node.data.replace(marks, '').trim() !== '')) node = next(node);
  return node as Text | null;
}

/** Whether anything shown stands between `first` and `last`. */
function isInterrupted(first: ChildNode, last: ChildNode): boolean {
  for (let node = first; node !== last; ) {
    const next = nextSiblingOf(node);
    if (!next) return false;
    node = next;
    if (isElement(node) && (isClobbered(node) || !isSilent(node))) return true;
  }
  return false;
}

function isSilent(element: Element): boolean {
  return silent.has(tagNameOf(element)) || !isShown(element);
}

/** Whether `node`, which is hidden, holds a piece of what `value` is the other piece of; bullets may hide all of it. */
function isHiddenPart(node: Element, { value, home }: Look): boolean {
  const around = parentElementOf(node);
  const isInLine = [node, around ?? node].some((each) => inlineTags.has(tagNameOf(each))) || around === home;
  return isInLine && /^\w/.test(value) && isFragment(textContentOf(node) ?? '', value);
}

type Found = 'torn' | 'clear' | 'nothing' | 'apart';

/**
 * Walks from `from` in `direction` until something is found. `alone`: the value ends its line there; then only what
 * looks like the rest of a value tears it, and not any text.
 */
function isTouched(from: Node, direction: Look, alone: boolean): boolean {
  const state = { isAlone: alone, leftBlock: alone };
  for (let node: Node | null = from; node; ) {
    const next = direction.next(node);
    const found = next ? look(next, direction, state.isAlone) : 'nothing';
    if (found === 'torn' || found === 'clear') return found === 'torn';
    state.isAlone ||= found === 'apart';
    node = next ?? leave(node, state);
  }
  return false;
}

/** The parent of `node`, to go on beside it; null where what stands beside it is no part of the line. */
function leave(node: Node, state: { isAlone: boolean; leftBlock: boolean }): Element | null {
  const parent = parentElementOf(node) ?? (rootOf(node) as Partial<ShadowRoot>).host;
  if (!parent || isStructure(parent)) return null;
  if (isInline(parent)) return parent;
  if (state.leftBlock) return null;
  Object.assign(state, { isAlone: true, leftBlock: true });
  return parent;
}

/** Whether a field right beside the value holds another: a token may be cut up into fields. */
function isPart(node: Element, value: string): boolean {
  if (isClobbered(node) || !node.matches('input:not([type]), input[type="text" i], textarea')) return false;
  const text = (node as HTMLInputElement).value.replace(marks, '').trim();
  return text !== value && isWord(text);
}

const structures = new Set(['TD', 'TH', 'TR', 'DD', 'DT', 'BODY', 'HTML', 'FORM', 'MAIN', 'SECTION']);
// An item without its list is a block as any other.
const isStructure = (element: Element) =>
  structures.has(tagNameOf(element)) || element.matches(':is(ul, ol, menu) > li');

/** What stands at the near edge of `node`. */
function look(node: Node, direction: Look, isAlone: boolean): Found {
  if (isText(node)) return lookAtText(node.data.replace(marks, ''), direction, isAlone);
  if (!isElement(node)) return 'nothing';
  if (isClobbered(node)) return 'clear';
  if (isSilent(node)) return !isAlone && isHiddenPart(node, direction) ? 'torn' : 'nothing';
  if (node.matches(apart)) return isPart(node, direction.value) ? 'torn' : 'apart';
  if (!isInline(node)) return lookAtBlock(node, direction);
  return isNameBefore(node, direction) ? 'clear' : lookInside(node, direction, isAlone);
}

function lookInside(element: Element, direction: Look, isAlone: boolean): Found {
  let alone = isAlone;
  for (let child = direction.start(element); child; child = direction.next(child)) {
    const found = look(child, direction, alone);
    if (found === 'torn' || found === 'clear') return found;
    alone ||= found === 'apart';
  }
  return alone && !isAlone ? 'apart' : 'nothing';
}

function lookAtText(text: string, { touches, value }: Look, isAlone: boolean): Found {
  if (text === '') return 'nothing';
  if (!touches.test(text)) return 'clear';
  if (isAlone) return isFragment(text, value) ? 'torn' : 'clear';
  return isLabel(text) ? 'clear' : 'torn';
}

/** A block of its own tears a value only where it holds nothing but a piece of one; in a cell, what is behind it may. */
function lookAtBlock(block: Element, { touches, value, home }: Look): Found {
  if (block.childElementCount > 0 && parentElementOf(block)?.matches('td, dd')) return 'apart';
  // In the value's own element it may be a piece of it however deep the piece stands.
  if (isStructure(block) || (block.childElementCount > 0 && parentElementOf(block) !== home)) return 'clear';
  const text = (textContentOf(block) ?? '').replace(marks, '');
  return text === '' ? 'apart' : touches.test(text) && isFragment(text, value) ? 'torn' : 'clear';
}

/** `<b>API Token</b>` right before the value, set off from it by style alone. */
const isNameBefore = (node: Element, { next }: Look) =>
  next === previousSiblingOf && fieldNameOf(textContentOf(node) ?? '', false) === 'token';
/** `Token:` right before the value. */
const isLabel = (text: string) => /[:：]$/.test(text) && fieldNameOf(text, false) === 'token';

/** One word of a value's characters, and no word of a language; not an organisation's number. */
function isFragment(text: string, value: string): boolean {
  const word = text.trim();
  if (word === value || !isWord(word) || iconName.test(word)) return false;
  return /\d|[a-z][A-Z]|.{16}/.test(word) || /^[0-9a-f]+$/.test(word);
}

/** `check_circle_outline`: fonts of icons draw one for its name. */
const iconName = /^[a-z]+(_[a-z]+)+$/;
const isWord = (text: string) => /^[\w.~+/=-]{1,512}$/.test(text) && !organisation.test(text);
/** Every Organization ID seen so far (facts.md, Shapes). */
const organisation = /^\d{16}$/;

/** Whether `element` stands in line with its neighbours. */
function isInline(element: Element): boolean {
  if (!viewOf(ownerDocumentOf(element))) return isForLines(element);
  const display = styleOf(element)?.display ?? '';
  return display === '' ? inlineTags.has(tagNameOf(element)) : /^inline$|^contents$|^ruby/.test(display);
}
