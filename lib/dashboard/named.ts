/** What the page calls a value: by a label tied to it, by its row, or by the text before it. */
import { composedParent } from './ancestry.ts';
import { isClobbered } from './clobbered.ts';
import { labelledByText, plainText } from './controls.ts';
import { isElement, isText, ownTextOf, previousSiblingOf, tagNameOf, textContentOf } from './dom.ts';
import { type FieldName, fieldNameOf, isFormer } from './field-names.ts';
import { type ControlName, controlNameOf, isTokenTitle, wordsOf } from './labels.ts';
import { longestName } from './limits.ts';
import { ownText, type Snapshot } from './snapshot.ts';
import { holdsSealed } from './torn.ts';

export interface Label {
  field: FieldName | null;
  /** What says so: a label the page ties to the value, a caption before it, or a heading before it. */
  by: 'tied' | 'caption' | 'heading' | null;
  /** It stands in a cell that is called so, after other words: what is short there may be a part of them. */
  afterWords?: boolean;
}

export const noLabel: Label = { field: null, by: null };

/** What the page says that `element` is. */
export function labelOf(snapshot: Snapshot, element: Element): Label {
  const tied = tiedLabel(element);
  if (tied) return { field: fieldNameOf(tied, true), by: 'tied' };
  if (isLabelled(element, ownTextOf(element)?.data ?? '')) return { field: 'token', by: 'heading' };
  const cell = element.closest('td, dd');
  const header = cell && (columnOf(snapshot, cell) || headerOf(snapshot, cell));
  if (!header) return captionOf(snapshot, element);
  // What is named something else within its cell is that, whatever the row is about.
  const inside = captionOf(snapshot, element, cell);
  if (inside.field && inside.field !== 'token') return inside;
  return { field: fieldNameOf(header, true), by: 'tied', afterWords: inside.by === 'caption' && !inside.field };
}

function tiedLabel(element: Element): string {
  const tied = labelledByText(element) || element.getAttribute('aria-label')?.trim();
  if (tied) return tied;
  const labels = 'labels' in element ? ((element as HTMLInputElement).labels ?? []) : [];
  const texts = [...labels].map((label) => ownText(label) || plainText(label, (part) => !part.matches(typed)));
  // Two labels that say the same are one.
  return [...new Set(texts)].join(' ').trim();
}

const typed = 'input, textarea, select, button';

/** Whether `text` of `element` is the token's name and then one word: `API Token: 0b8f…`; in a list it is somebody's note. */
export const isLabelled = (element: Element, text: string): boolean =>
  fieldNameOf(labelledWord.exec(text)?.[1] ?? '', false) === 'token' && !element.closest('li');
export const labelledWord = /^([^:：]{3,60})[:：]\s+(\S+)\s*$/;

/** What the head of its column says that `cell` holds; '' where that says nothing we know and a row header comes before. */
function columnOf(snapshot: Snapshot, cell: Element): string {
  const row = cell.closest('tr');
  const head = cell.closest('table')?.querySelector('tr');
  const cells = [...(row?.children ?? [])];
  const heads = [...(head?.children ?? [])];
  const isHead = head !== row && heads.length === cells.length && heads.every((each) => each.matches('th'));
  const at = cells.indexOf(cell);
  const own = isHead && heads[at];
  const text = own ? headerText(snapshot, own) : '';
  const name = fieldNameOf(text, true);
  if (name === 'token') return formerIn(snapshot, cells, heads) || (at > 0 && otherOf(snapshot, cells[0])) || text;
  // A table of names and values has the name in its first column, whatever that of the second is called.
  return name === 'unknown' && at === 1 ? '' : text;
}

/** What says that a row of the table, or all of it, is of former tokens; '' where nothing does. */
function formerIn(snapshot: Snapshot, cells: readonly Element[], heads: readonly Element[]): string {
  const isPast = (text: string) => isFormer(wordsOf(text));
  const [first] = cells;
  const said = cells.map((cell, at) => {
    const [head, text] = [headerText(snapshot, heads[at] ?? cell), plainText(cell, snapshot.isShown)];
    return isPast(text) || (isPast(head) && /\d/.test(text)) ? 'former' : '';
  });
  const table = first?.closest('table');
  const isUnderPast = table && captionOf(snapshot, table).field === 'foreign';
  return isUnderPast ? 'former' : said.join('');
}

/** What a row that begins with `first` is called where it is none of the token's: by its name, or as another row is. */
function otherOf(snapshot: Snapshot, first: Element | undefined): string {
  if (!first) return '';
  const text = headerText(snapshot, first);
  const field = fieldNameOf(text, true);
  const isToken = (row: Element) => row.firstElementChild && isTokenTitle(wordsOf(ownText(row.firstElementChild)));
  const rows = () => [...(first.closest('table')?.querySelectorAll('tr') ?? [])].slice(1);
  const isOther = field === 'foreign' || field === 'organisation' || (field === 'unknown' && rows().some(isToken));
  return isOther ? text : '';
}

/** What the row of `cell` says that it holds. */
function headerOf(snapshot: Snapshot, cell: Element): string {
  for (let before = cell.previousElementSibling; before; before = before.previousElementSibling) {
    // An empty cell is what the header speaks of, not the one after it.
    if (before.matches('dd') && isBlank(before)) return '';
    const isHeader = before.matches('th, dt') || (before.matches('td') && !before.previousElementSibling);
    if (isHeader) return ofUnsealed(headerText(snapshot, before), cell, before);
    // What has its value in its row already, if only a hidden one, names no other.
    if (before.matches('td, dd') && (hasValueWord(before) || before.querySelector('button, a'))) return '';
  }
  return '';
}

/** `text` of `header`, or '' where it is the token's and that is where no script can look, in a cell before `cell`. */
function ofUnsealed(text: string, cell: Element, header: Element): string {
  if (fieldNameOf(text, true) !== 'token') return text;
  for (let each = cell.previousElementSibling; each && each !== header; each = each.previousElementSibling)
    if (holdsSealed(each)) return '';
  return text;
}

/** Whether nothing at all stands in `element`. */
export const isBlank = (element: Element): boolean => element.childElementCount === 0 && ownText(element) === '';

/** What a header says; a value that stands in it is no part of that. */
function headerText(snapshot: Snapshot, header: Element): string {
  if (isClobbered(header) || !snapshot.isShown(header)) return '';
  // Links make a cell a menu of its own, not the name of the next one.
  if (header.querySelectorAll('a, button').length > 1) return '';
  const [text = ''] = plainText(header, snapshot.isShown)
    .replace(valueWords, '')
    .trim()
    .split(/(?<=[:：])/);
  return text.length > longestName || isSentence(text) || isPressed(text) ? '' : text;
}

/** What one presses is no name of what stands beside it. */
function isPressed(text: string): boolean {
  const name = controlNameOf(text);
  return name !== null && pressed.has(name);
}
const pressed = new Set<ControlName>(['regenerate', 'generate', 'delete', 'cancel', 'copy']);

const hasValueWord = (element: Element) => (textContentOf(element) ?? '').search(valueWords) >= 0;

/** Words that are values: long, with a digit. */
const valueWords = /(?=[^\s]*\d)[^\s]{12,}/g;

/**
 * What the nearest text says that stands before `element` or one of its next ancestors. `cell`: the cell
 * of a table to stay in; there a few words with a colon are a label, whatever they say.
 */
export function captionOf(snapshot: Snapshot, element: Element, cell: Element | null = null): Label {
  // What is called by its name is so within its element, too: `<p><b>Widget ID</b> 0b8f…</p>`.
  const text = ownTextOf(element);
  const inside = text && captionBefore(snapshot, element, cell !== null, text);
  // What it touches may be a piece of it.
  if (inside && (inside.field || /^\s/.test(text.data))) return inside;
  let inner: Element | null = element;
  for (let level = 0; inner && inner !== cell && tagNameOf(inner) !== 'BODY' && level < mostLevels; level += 1) {
    const caption = captionBefore(snapshot, inner, cell !== null);
    if (caption) return caption;
    inner = composedParent(inner);
  }
  return noLabel;
}

/** A caption names what stands in boxes after it, and they may be wrapped a few times. */
const mostLevels = 6;

/** What stands before `element`, or before the `start` of what it says itself. */
function captionBefore(
  snapshot: Snapshot,
  element: Element,
  isInCell: boolean,
  start: ChildNode = element,
): Label | null {
  for (let node = previousSiblingOf(start); node; node = previousSiblingOf(node)) {
    const text = isElement(node) ? shortText(snapshot, node) : isText(node) ? node.data.trim() : '';
    if (wordsOf(text.slice(0, longestName * 2)).length === 0) continue;
    const label = captionOfText(text, isNamed(node, 'LABEL'), isInCell);
    return label.field && (isHeading(node) || element.closest(headings)) ? { ...label, by: 'heading' } : label;
  }
  return null;
}

const isNamed = (node: Node, tag: string) => isElement(node) && tagNameOf(node) === tag;

/** What `text` says of the value after it. */
function captionOfText(text: string, isLabel: boolean, isInCell: boolean): Label {
  // What has its value with it names no other; what follows that value may.
  const said = text.split(valueWords).at(-1) ?? '';
  if (wordsOf(said).length === 0 || isSentence(said)) return noLabel;
  return { field: fieldNameOf(said, isLabel || (isInCell && isShortLabel(said))), by: 'caption' };
}

/** A sentence may speak of tokens and secrets, and names none. */
export const isSentence = (text: string): boolean => /\p{L}[.!?]\s*$/u.test(text) && wordsOf(text).length > 2;
const isShortLabel = (text: string) => /[:：]\s*$/.test(text) && wordsOf(text).length <= 4;

const headings = 'h1, h2, h3, h4, h5, h6, legend, caption, [role="heading" i]';

/** Whether `node` is a heading, or holds one. */
export function isHeading(node: Node): boolean {
  return isElement(node) && (node.matches(headings) || node.querySelector(headings) !== null);
}

function shortText(snapshot: Snapshot, element: Element): string {
  if (isClobbered(element) || element.matches('script, style, svg, button, summary') || !snapshot.isShown(element))
    return '';
  const length = textContentOf(element)?.length ?? 0;
  return length > longestName * 2
    ? ''
    : plainText(element, (part) => !part.matches('button') && snapshot.isShown(part));
}
