/** Headings between the token's title and what stands below it: that is of another part of the page then. */
import { ancestry } from './ancestry.ts';
import { plainText } from './controls.ts';
import { fieldNameOf, isForeign, isFormer } from './field-names.ts';
import { controlNameOf, isTokenTitle, saysNothing, tokenWords, wordsOf } from './labels.ts';
import type { Snapshot } from './snapshot.ts';
import { isAfter } from './unanswered.ts';

const heads = 'h1, h2, h3, h4, h5, h6, [role="heading" i], legend, caption, summary';
/** What holds a part of the page; its headings are for what stands in it. */
const parts =
  'section, article, aside, fieldset, details, table, [role="alert" i], [role="note" i], [role="status" i], ' +
  '.alert, .message, .callout, .notification';
/** What asks for care about what is below it, whatever that is. */
const careWords = /danger|gefahr|peligro|perigo/;

/** Whether `element` is of the part of the page that one of `titles` heads; what stands before them all is of no other. */
export function isOfTitles(snapshot: Snapshot, titles: readonly Element[], element: Element): boolean {
  const above = titles.filter((title) => isUnder(snapshot, title, element));
  return above.length === 0 || above.some((title) => !isApart(snapshot, title, element));
}

/** Whether what `element` says itself comes after the words of `title`, in which it may stand, or which stands in it. */
export function isUnder({ order }: Snapshot, title: Element, element: Element): boolean {
  if (title.contains(element)) return !isAfter(title, element);
  return order(element) > order(title) || (element.contains(title) && isAfter(element, title));
}

/**
 * Whether a heading comes between `title` and `element` below it that is of no lower rank than the title and speaks of
 * something else, or one that speaks of former tokens. `strictly`: of any rank.
 */
export function isApart(snapshot: Snapshot, title: Element, element: Element, strictly = false): boolean {
  const from = snapshot.order(title);
  /** The rank of the highest of the headings that speak of something else. */
  let other = Number.POSITIVE_INFINITY;
  for (let at = snapshot.order(element) - 1; at > from; at -= 1) {
    const { kind, rank } = headOf(snapshot, snapshot.elements[at] as Element, title, element);
    // A part of the token's own ends where one of something else begins that is no lower.
    if (kind === 'title' || (kind === 'token' && other <= rank)) return other <= rank;
    if (kind === 'former') return true;
    if (kind === 'other') other = Math.min(other, rank);
  }
  return other <= (strictly ? unranked : reachOf(title));
}

/** Up to which rank a heading ends what `title` is about. One that is no heading may stand in a menu. */
function reachOf(title: Element): number {
  const rank = rankOf(title);
  return rank === unranked && !title.matches(heads) ? lowest : rank;
}
const lowest = 4;

type Kind = 'title' | 'token' | 'former' | 'other';

/** What `each` heads, if it is a heading that stands over `element`; one of the token's may end before that. */
function headOf(snapshot: Snapshot, each: Element, title: Element, element: Element) {
  const isLike = isLikeTitle(snapshot, each, title, element);
  const isHead = (each.matches(heads) || isLike) && !each.contains(element) && isSeenHere(snapshot, each);
  if (!isHead) return { kind: null, rank: 0 };
  const kind = kindOf(snapshot, each, isLike || rankOf(title) < unranked);
  const isHere = kind === 'title' || kind === 'token' || isFor(snapshot, each, element);
  return { kind: isHere ? kind : null, rank: isLike ? 1 : rankOf(each) };
}

/** Whether a heading stands between two controls that is not of what the first is for, as far as its words tell. */
export function isParted(snapshot: Snapshot, first: Element, last: Element): boolean {
  const [from, to] = [snapshot.order(first), snapshot.order(last)];
  const between = snapshot.elements.slice(Math.min(from, to) + 1, Math.max(from, to));
  const later = from < to ? last : first;
  return between.some(
    (heading) =>
      heading.matches(heads) &&
      isSeenHere(snapshot, heading) &&
      isFor(snapshot, heading, later) &&
      kindOf(snapshot, heading, true) === 'other',
  );
}

/** What `heading` is for, as far as it says so. Where the token's title `isHeading` itself, the API is something else. */
function kindOf(snapshot: Snapshot, heading: Element, isHeading: boolean): Kind | null {
  const words = wordsOf(plainText(heading, snapshot.isShown));
  if (isFormer(words)) return 'former';
  if (isTokenTitle(words)) return 'title';
  const text = words.join(' ');
  const said = words.filter((word) => !neutral.has(word) && !changes.has(controlNameOf(word) ?? ''));
  const isControl = changes.has(controlNameOf(text) ?? '');
  const isOrganisation = fieldNameOf(text, false) === 'organisation';
  const isNeutral = saysNothing(said) || isControl || isOrganisation || careWords.test(text);
  if (words.some((word) => tokenWords.has(word)))
    return isForeign(text) || (!isNeutral && words.length <= 4) ? 'other' : 'token';
  return isNeutral || (!isHeading && words.includes('api')) ? null : 'other';
}

const changes = new Set(['delete', 'regenerate', 'generate', 'copy']);
/** What may be said of anything. */
const neutral = new Set(
  (
    'actions action manage management options details usage use using no yet about what is how to status value current active ' +
    'aktionen verwalten verwaltung optionen nutzung verwendung was acciones gestionar opciones uso qué actions gérer utilisation ' +
    'ações gerenciar opções change replace reset rotate renew security it or and need one ändern ersetzen zurücksetzen ' +
    'sicherheit cambiar reemplazar seguridad changer remplacer sécurité alterar substituir segurança'
  ).split(' '),
);

/**
 * Whether `each` looks like `title`, a box in the place of a heading, and heads a part of the page that holds `element` and
 * not the title.
 */
function isLikeTitle(snapshot: Snapshot, each: Element, title: Element, element: Element): boolean {
  const { tagName, className } = title;
  if (each.tagName !== tagName || each.getAttribute('class') !== className || !/head|title/i.test(className))
    return false;
  if (title.matches(heads) || each.closest('li, nav, table')) return false;
  const part = [...ancestry(each)].find((around) => snapshot.holds(around, element));
  return part !== undefined && !snapshot.holds(part, title);
}

const isSeenHere = (snapshot: Snapshot, heading: Element) => snapshot.isShown(heading) && !snapshot.isInDialog(heading);

/** Whether `heading` stands in a part of the page that holds `element`, too. */
function isFor(snapshot: Snapshot, heading: Element, element: Element): boolean {
  const part = heading.closest(parts);
  return part === null || snapshot.holds(part, element);
}

/** Of what heads without a rank: lower than all that have one. */
const unranked = 100;

/** 1 for the highest. */
function rankOf(heading: Element): number {
  const own = heading.closest(heads) ?? heading;
  // https://www.w3.org/TR/wai-aria-1.2/#heading: 2 where nothing is said.
  const level = own.getAttribute('aria-level') ?? (own.matches('[role="heading" i]') ? '2' : null);
  const digit = level ?? /^H(\d)$/.exec(own.tagName)?.[1];
  return digit ? Number(digit) : unranked;
}
