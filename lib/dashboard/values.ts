/** The values that stand on a page and might be the token, each with what its label says it is. */

import { tagNameOf, textContentOf } from './dom.ts';
import { longestToken } from './limits.ts';
import { isLabelled, type Label, labelledWord, labelOf, noLabel } from './named.ts';
import { isTextSeen } from './seen.ts';
import { mayHost, type Snapshot, someIn } from './snapshot.ts';
import { holdsSealed, isTorn } from './torn.ts';
import { styleOf } from './visible.ts';

export interface PageValue extends Label {
  text: string;
  /** What shows the value: a field or the element around the text. */
  element: HTMLElement;
  /** The value is hidden by the page: bullets, perhaps with the last characters. */
  masked: boolean;
  /** Other text touches the value, so it may be only a part of what stands there. */
  torn: boolean;
}

/** The shape seen so far; it ranks, and never decides alone (facts.md, Shapes). */
export const knownShape = /^[0-9a-f]{32}$/;
/** Long enough a number to be told from a date, and not the token unless named so. */
export const digitsOnly = /^\d{12,}$/;
/** Every Organization ID seen so far (facts.md, Shapes): whatever a page calls such a number, it is not the token. */
const organisationDigits = 16;
const shortestValue = 4;
const valueLike = /^[\x21-\x7e]{8,512}$/;
const maskLike = /^[\p{L}\p{N}_-]{0,8}\s?(?:[•●⬤∙·＊*]{4,}|\.{3}|…+)\s?[\p{L}\p{N}_-]{0,8}$/u;
/** Bullets of a token's own characters, wherever they stand in it. */
const maskRun = /([#xX_-])\1{3}/;
/** The beginning of a value, and perhaps its end, that the page has cut short. */
const cutShort = /^(?=\S*\d|[0-9a-f]+[….]|\S{20})[\w-]{4,64}\s?(…+|\.{3,})\s?[\w-]{0,64}$/;
/** A digit somewhere, or long; no brackets, ellipses or shouting: those are words about a value, not the value. */
const tokenLike = /^(?!.*\.\.)(?=.*\d|.{20,})[\w.~+/=-]+$/;
const invisibleMarks = /\p{Cf}/gu;
/** Fields people type into are somebody's input; the page's own values stand in read-only ones. */
const readInputTypes = new Set(['', 'text', 'search', 'url', 'tel', 'password']);

/** What a value is as far as it can be told before it is looked at closely. */
export type Candidate = Omit<PageValue, 'torn'>;

/** Every value within `container`, seen or not, that could be a token, an organisation ID or a look-alike of them. */
export function candidatesIn(snapshot: Snapshot, container: Element): Candidate[] {
  const candidates: Candidate[] = [];
  const [from, to] = snapshot.span(container);
  for (let at = from; at < to; at += 1) {
    const element = snapshot.elements[at] as HTMLElement;
    const text = valueText(element, snapshot.texts[at] ?? '');
    if (text === null || snapshot.isInDialog(element)) continue;
    candidates.push({ text, element, ...namesOf(snapshot, element, text), masked: isMask(text) });
  }
  return candidates;
}

/** Those of them that are shown and `isWanted`: whether one can be seen is the dearest question of all, and asked last. */
export function findValues(
  snapshot: Snapshot,
  container: Element,
  isWanted: (candidate: Candidate) => boolean,
): PageValue[] {
  return candidatesIn(snapshot, container)
    .filter((candidate) => isWanted(candidate) && isSeen(snapshot, candidate.element))
    .map((candidate) => ({ ...candidate, torn: isPartOfMore(candidate) }));
}

/** Whether a person sees the text or the field that `element` is. */
export function isSeen(snapshot: Snapshot, element: Element): boolean {
  return snapshot.isShown(element) && isTextSeen(element);
}

/** Whether what stands in `element` may be a part of a value, or looks like another one. */
function isPartOfMore({ element, text }: Candidate): boolean {
  return isTorn(element, text, isField(element)) || isTurned(element) || isNameOfField(element);
}

/**
 * A number is an organisation's before it is a token: only a label tied to it says otherwise, and none where it looks
 * just like an Organization ID.
 */
function namesOf(snapshot: Snapshot, element: Element, text: string): Label {
  const label = labelOf(snapshot, element);
  const isNumber = digitsOnly.test(text) && (label.by !== 'tied' || text.length === organisationDigits);
  const isPart = label.afterWords && text.length < shortestUnnamed && !isMask(text);
  return label.field === 'token' && (isNumber || isPart) ? noLabel : label;
}

/** Text that runs against its direction shows another value than it holds. */
function isTurned(element: Element): boolean {
  if (/[\u202d\u202e]/.test(isField(element) ? element.value : (textContentOf(element) ?? ''))) return true;
  if (element.closest('bdo[dir]')) return true;
  return /override/.test(styleOf(element)?.unicodeBidi ?? '');
}

/** What stands in the label of a field is that field's name, or a part of it. */
function isNameOfField(element: Element): boolean {
  const label = element.closest<HTMLLabelElement>('label[for]');
  return label !== null && !isField(element) && label.control !== null;
}

/** The text that `element` shows by itself, `own` where it is no field. */
export const shownText = (element: Element, own: string): string => (isField(element) ? fieldText(element) : own);

/** The value `element` shows by itself, or null where it shows none that could be a token. */
export function valueText(element: Element, own: string): string | null {
  const raw = shownText(element, own);
  if (raw.length < shortestValue || raw.length > longestToken * 2) return null;
  const said = raw.replace(invisibleMarks, '');
  const text = (isLabelled(element, said) && labelledWord.exec(said)?.[2]) || said;
  if (text.length > longestToken || /\s\S*\s/.test(text)) return null;
  const isValue = isMask(text) || (valueLike.test(text) && tokenLike.test(text) && !isProse(text));
  return isValue && !element.closest(noPlaces) ? text : null;
}

/** Whether the page calls `value` the token. */
export const isToken = ({ field }: Candidate): boolean => field === 'token';

/** A value that nothing names is taken for the token only where it is long enough to be a secret. */
export function isLikely({ text, masked }: Candidate): boolean {
  return masked || (text.length >= shortestUnnamed && !digitsOnly.test(text));
}
const shortestUnnamed = 12;

/**
 * Whether something in `section` may be the token and can be no value: a field that has something in it and stands
 * inside what is pressed, or a place where no script can look.
 */
export function hasUnreadable(snapshot: Snapshot, section: Element): boolean {
  const isUnreadable = (element: Element) =>
    isField(element)
      ? fieldText(element) !== '' && element.closest('button, a') !== null
      : mayHost(tagNameOf(element)) && !element.firstElementChild && holdsSealed(element) && snapshot.isShown(element);
  return snapshot.within(section).some(isUnreadable);
}

/** Whether what `section` shows is a token by its shape and stands in what is pressed, or by its label where people type. */
export function hasUnreadToken(snapshot: Snapshot, section: Element): boolean {
  return someIn(snapshot, snapshot.span(section), (element, text) =>
    isField(element)
      ? element.type === 'password' && element.value !== '' && labelOf(snapshot, element).field === 'token'
      : knownShape.test(text) && element.closest('button, a') !== null,
  );
}

/** What is pressed or chosen shows no value, what is quoted is somebody's words, and nothing stands between the rows of a table. */
const noPlaces =
  'button, a, nav, option, blockquote, ' +
  ':is(table, thead, tbody, tr) > :not(caption, colgroup, thead, tbody, tfoot, tr, td, th)';

const isMask = (text: string) => maskLike.test(text) || maskRun.test(text) || cutShort.test(text);

/** Whether `text` may as well be a word for what is still to come: `Generating2...`. */
export const isCutShort = (text: string): boolean => cutShort.test(text) && !maskLike.test(text);

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return tagNameOf(element) === 'INPUT' || tagNameOf(element) === 'TEXTAREA';
}

function fieldText(field: HTMLInputElement | HTMLTextAreaElement): string {
  const type = tagNameOf(field) === 'INPUT' ? (field.getAttribute('type') ?? '').toLowerCase() : '';
  if (!readInputTypes.has(type)) return '';
  // A password manager may have filled an open password field with something that is no token.
  if (type === 'password' && !field.readOnly && !field.disabled) return '';
  return field.value.trim();
}

/** `01-May-2024` */
const date = /^\d{1,4}[-./]\p{L}{3,9}[-./]\d{1,4}$/u;
/** `api2.snapengage.com` */
const host = /^([a-z\d-]{1,30}\.){1,4}[a-z]{2,6}$/;
/** `/api/v2/visitors` */
const path = /^\/?([a-z][a-z\d._-]{0,30}\/)+[a-z\d._-]{0,30}$/;

/** Words, dates and the like: of a token's characters and long enough, yet no token. */
function isProse(text: string): boolean {
  if (/^[\d./-]+$/.test(text)) return !digitsOnly.test(text);
  return /^[A-Za-z]{1,15}([-/_][A-Za-z]{1,15})*\.?$/.test(text) || [date, host, path].some((each) => each.test(text));
}
