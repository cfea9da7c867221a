/** The values that stand on a page and might be the token, each with what its label says it is. */

import { composedParent } from './ancestry.ts';
import { isClobbered } from './clobbered.ts';
import { labelledByText } from './controls.ts';
import { type FieldName, fieldNameOf, wordsOf } from './labels.ts';
import { longestName, longestToken } from './limits.ts';
import { ownText, type Snapshot } from './snapshot.ts';
import { isShown } from './visible.ts';

export interface PageValue {
  text: string;
  /** What shows the value: a field or the element around the text. */
  element: HTMLElement;
  field: FieldName | null;
  /** The value is hidden by the page: bullets, perhaps with the last characters. */
  masked: boolean;
  /** Other text touches the value, so it may be only a part of what stands there. */
  torn: boolean;
}

/** The shape seen so far; it ranks, and never decides alone (facts.md, Shapes). */
export const knownShape = /^[0-9a-f]{32}$/;
/** An organisation ID's shape: long enough a number to be told from a date, and never the token unless named so. */
export const digitsOnly = /^\d{12,}$/;
const valueLike = /^[\x21-\x7e]{8,512}$/;
const maskLike = /^[\p{L}\p{N}_-]{0,8}\s?(?:[•●⬤∙·＊*]{4,}|([#xX_-])\1{3,}|\.{3}|…)\s?[\p{L}\p{N}]{0,8}$/u;
/** A digit somewhere, or long; no brackets, ellipses or shouting: those are words about a value, not the value. */
const tokenLike = /^(?!.*\.\.)(?=.*\d|.{20,})[\w.~+/=-]+$/;
const invisibleMarks = /\p{Cf}/gu;
const inlineTags = new Set('SPAN CODE B I EM STRONG MARK SMALL FONT TT KBD SAMP BDI BDO VAR U S'.split(' '));
/** Fields people type into are somebody's input; the page's own values stand in read-only ones. */
const readInputTypes = new Set(['', 'text', 'search', 'url', 'tel', 'password']);

/** Every shown value within `container` that could be a token, an organisation ID or a look-alike of them. */
export function findValues(snapshot: Snapshot, container: Element): PageValue[] {
  const values: PageValue[] = [];
  for (const element of snapshot.within(container)) {
    const text = valueText(element);
    if (text === null || !snapshot.isShown(element) || snapshot.isInDialog(element)) continue;
    values.push({
      text,
      element: element as HTMLElement,
      field: labelOf(element),
      masked: maskLike.test(text),
      torn: isTorn(element),
    });
  }
  return values;
}

/** The value `element` shows by itself, or null where it shows none that could be a token. */
function valueText(element: Element): string | null {
  const text = (isField(element) ? fieldText(element) : ownText(element)).replace(invisibleMarks, '');
  if (text.length > longestToken) return null;
  const isMask = maskLike.test(text);
  const isValue = isMask || (valueLike.test(text) && tokenLike.test(text) && !isProse(text));
  return isValue && !element.closest('button, a, nav, option') ? text : null;
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';
}

function fieldText(field: HTMLInputElement | HTMLTextAreaElement): string {
  const type = field.tagName === 'INPUT' ? (field.getAttribute('type') ?? '').toLowerCase() : '';
  if (!readInputTypes.has(type)) return '';
  // A password manager may have filled an open password field with something that is no token.
  if (type === 'password' && !field.readOnly && !field.disabled) return '';
  return field.value.trim();
}

/** Words, addresses, dates and the like: printable and long enough, yet no token. */
function isProse(text: string): boolean {
  return (
    /^https?:|:\/\/|^[^@]+@[^@]+\.[a-z]+$/i.test(text) ||
    (/^[\d.:/,-]+$/.test(text) && !digitsOnly.test(text)) ||
    /^[A-Za-z]{1,15}([-/_][A-Za-z]{1,15})*[:.,;!?…]?$/.test(text)
  );
}

function isTorn(element: Element): boolean {
  if (isField(element) || !inlineTags.has(element.tagName)) return hasInlineText(element);
  return (
    hasInlineText(element) ||
    touches(element.previousSibling, 'previousSibling') ||
    touches(element.nextSibling, 'nextSibling')
  );
}

function hasInlineText(element: Element): boolean {
  return [...element.children].some(
    (child) => inlineTags.has(child.tagName) && (child.textContent ?? '').trim() !== '',
  );
}

function touches(start: Node | null, next: 'previousSibling' | 'nextSibling'): boolean {
  let node = start;
  while (node && inlineText(node) === '') node = node[next];
  const text = node && inlineText(node);
  return !!text && (next === 'nextSibling' ? /^\S/ : /\S$/).test(text);
}

/** Text of a node that stands in line with its neighbours: '' for what shows nothing, null for what breaks the line. */
function inlineText(node: Node): string | null {
  if (node.nodeType === 8) return '';
  if (node.nodeType === 3) return (node as Text).data;
  const { tagName } = node as Element;
  return tagName === 'WBR' || inlineTags.has(tagName) ? (node.textContent ?? '') : null;
}

/** What the page says `element` is: by a label tied to it, by its row, or by the text before it. */
function labelOf(element: Element): FieldName | null {
  const explicit = explicitLabel(element);
  if (explicit) return fieldNameOf(explicit, true);
  const field = fieldNameOf(textBefore(element), false);
  // A number is an organisation's before it is a token: only a label tied to it says otherwise.
  return field === 'token' && digitsOnly.test(ownText(element)) ? null : field;
}

function explicitLabel(element: Element): string {
  const tied = labelledByText(element) || element.getAttribute('aria-label')?.trim();
  if (tied) return tied;
  const labels = isField(element) ? (element.labels ?? []) : [];
  const label = [...labels].map((each) => ownText(each) || (each.textContent ?? '')).join(' ');
  return label.trim() || rowHeader(element);
}

function rowHeader(element: Element): string {
  const cell = element.closest('td, dd');
  if (!cell) return '';
  for (let before = cell.previousElementSibling; before; before = before.previousElementSibling) {
    if (before.matches('th, dt')) return shortText(before);
    if (before.matches('td') && !before.previousElementSibling) return shortText(before);
  }
  return '';
}

/** The nearest text that stands before `element` in one of its next four ancestors: its caption, if it has one. */
function textBefore(element: Element): string {
  let inner: Element | null = element;
  for (let level = 0; inner && inner.tagName !== 'BODY' && level < 4; level += 1) {
    const text = siblingTextBefore(inner);
    if (text) return text;
    inner = composedParent(inner);
  }
  return '';
}

function siblingTextBefore(element: Element): string {
  for (let node = element.previousSibling; node; node = node.previousSibling) {
    const text =
      node.nodeType === 3 ? (node as Text).data.trim() : node.nodeType === 1 ? shortText(node as Element) : '';
    if (wordsOf(text.slice(0, longestName * 2)).length > 0) return text;
  }
  return '';
}

function shortText(element: Element): string {
  if (isClobbered(element)) return '';
  if (element.matches('script, style, svg, button') || !isShown(element)) return '';
  const text = (element.textContent ?? '').trim();
  return text.length > longestName ? '' : text;
}
