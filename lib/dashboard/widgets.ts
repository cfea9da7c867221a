/**
 * The widget ids that a page shows (facts.md, Shapes): UUIDs that stand with the word "widget", in the site's snippet,
 * or in a link to a widget. They are public, and only ever offered to the person.
 */
import { documentElementOf, isElement, isText, lastChildOf, previousSiblingOf, queryAll, tagNameOf } from './dom.ts';
import { isSkipped } from './snapshot.ts';

/** More than that nobody would choose from. */
export const mostWidgets = 5;
export const widgetShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const uuids = /(?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/gi;
/** So much of a page is looked at, in UTF-16 units. */
const mostText = 200_000;
const mostLinks = 2_000;
/** How far before its id a word may stand, in UTF-16 units. */
const wordReach = 60;
/** Between the word and the id nothing names something else. */
const namesWidget = /widget(?!.*(?:token|key|secret|passw|account|konto|cuenta|compte|conta\b|orgid|organi))/is;
const endsSnippet = /\/js\/$/i;
const onlyApart = /^[\s,;|]*$/;
/** Fields that show what they hold. */
const shownTypes = /^(?:text|search|url)?$/i;

/**
 * The widget ids that `doc` itself shows, frames and shadow roots left out: at most `mostWidgets`, each once, in lower
 * case, in page order, those in links last. `token`, what the page shows as the token, is never one of them.
 */
export function widgetIdsIn(doc: Document, token: string | null = null): string[] {
  const links = queryAll(doc, 'a[href]').slice(0, mostLinks);
  const found = [textOf(doc), ...links.map((link) => link.getAttribute('href') ?? '')].flatMap(idsIn);
  const ids = new Set(found.map((id) => id.toLowerCase()));
  return [...ids].filter((id) => id !== token?.toLowerCase()).slice(0, mostWidgets);
}

function idsIn(text: string): string[] {
  const ids: string[] = [];
  let last = { end: 0, isTaken: false };
  for (const { 0: id, index } of text.matchAll(uuids)) {
    const between = text.slice(last.end, index);
    const before = between.slice(-wordReach);
    const isListed = last.isTaken && onlyApart.test(between);
    const isTaken = isListed || namesWidget.test(before) || endsSnippet.test(before);
    if (isTaken) ids.push(id);
    last = { end: index + id.length, isTaken };
  }
  return ids;
}

/** What stands on the page, in order. */
function textOf(doc: Document): string {
  let text = '';
  const pending: (Node | null)[] = [documentElementOf(doc)];
  for (let node = pending.pop(); node && text.length < mostText; node = pending.pop()) {
    if (isText(node)) text += node.data;
    else if (isElement(node) && !isSkipped(tagNameOf(node))) text += ` ${fieldText(node) ?? enter(node, pending)} `;
  }
  return text.slice(0, mostText);
}

/** Puts what stands in `element` on the pile, first on top; it has no text by itself. */
function enter(element: Element, pending: (Node | null)[]): string {
  for (let child = lastChildOf(element); child; child = previousSiblingOf(child)) pending.push(child);
  return '';
}

/** What a field shows, after its names; null of what is no field. */
function fieldText(element: Element): string | null {
  const tag = tagNameOf(element);
  if (tag !== 'TEXTAREA' && tag !== 'INPUT') return null;
  if (tag === 'INPUT' && !shownTypes.test(element.getAttribute('type') ?? '')) return '';
  const names = ['id', 'name', 'aria-label'].map((name) => element.getAttribute(name) ?? '');
  return `${names.join(' ')} ${(element as HTMLInputElement).value}`;
}
