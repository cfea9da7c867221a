/** Headings between the token's title and what stands below it: that is of another part of the page then. */
import { ancestry } from './ancestry.ts';
import { plainText } from './controls.ts';
import { queryAll } from './dom.ts';
import { fieldNameOf, isForeign, isFormer } from './field-names.ts';
import { controlNameOf, isTokenTitle, saysNothing, tokenWords, wordsOf } from './labels.ts';
import { once, type Snapshot } from './snapshot.ts';
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
  const [from, to] = [snapshot.order(title), snapshot.order(element)];
  const { reach, sure } = reachOf(snapshot, title, strictly);
  /** The rank of the highest of the headings that speak of something else. */
  let other = Number.POSITIVE_INFINITY;
  for (const head of headsBetween(snapshot, from, to, title)) {
    const { kind, rank } = headOver(snapshot, head, title, element);
    // A part of the token's own ends where one of something else begins that is no lower.
    if (kind === 'title' || (kind === 'token' && other <= rank)) return other <= rank;
    if (kind === 'former') return true;
    if (kind === 'other') other = Math.min(other, rank);
    if (other <= sure) break;
  }
  return other <= reach;
}

/**
 * Up to which rank a heading ends what `title` is about, and from which one on no heading of the token's above it can make
 * less of that. A title that is no heading may stand in a menu.
 */
function reachOf(snapshot: Snapshot, title: Element, strictly: boolean): { reach: number; sure: number } {
  const { rankOf, highestOfToken } = headsOf(snapshot);
  const rank = rankOf(title);
  const own = rank === unranked && !title.matches(heads) ? lowest : rank;
  const reach = strictly ? unranked : own;
  return { reach, sure: Math.min(reach, highestOfToken, isBoxed(title) ? 1 : unranked) };
}
const lowest = 4;

type Kind = 'title' | 'token' | 'former' | 'other';

/** Headings in the order of the page, and for those that nobody sees, where to go on to the last one before that is seen. */
interface Listed {
  all: readonly Element[];
  before: number[];
}

/** What is asked of the headings of a page again and again: it has thousands of controls at times. */
interface Heads {
  headings: Listed;
  /** The headings and what looks like the title given. */
  withLike: (title: Element) => Listed;
  rankOf: (heading: Element) => number;
  kindOf: (heading: Element, isHeading: boolean) => Kind | null;
  /** The rank of the highest that speaks of the token. */
  highestOfToken: number;
  partOf: (heading: Element) => Element | null;
  isSeen: (heading: Element) => boolean;
}

function headsOf(snapshot: Snapshot): Heads {
  const found = known.get(snapshot) ?? findHeads(snapshot);
  known.set(snapshot, found);
  return found;
}
const known = new WeakMap<Snapshot, Heads>();

function findHeads(snapshot: Snapshot): Heads {
  const inOrder = (elements: Element[]) =>
    elements
      .filter((each) => snapshot.order(each) >= 0)
      .sort((first, second) => snapshot.order(first) - snapshot.order(second));
  const all = inOrder(snapshot.roots.flatMap((root) => queryAll(root, heads)));
  const withLike = (title: Element) => inOrder([...all, ...snapshot.elements.filter((each) => isLike(each, title))]);
  const asHeading = once((each) => findKind(snapshot, each, true));
  const asText = once((each) => findKind(snapshot, each, false));
  const rankOf = once(findRank);
  const ofToken = all.filter((each) => asHeading(each) === 'title' || asHeading(each) === 'token');
  return {
    headings: { all, before: [] },
    withLike: once((title) => ({ all: withLike(title), before: [] })),
    rankOf,
    highestOfToken: Math.min(...ofToken.map(rankOf)),
    kindOf: (heading, isHeading) => (isHeading ? asHeading : asText)(heading),
    partOf: once((heading) => heading.closest(parts)),
    isSeen: once((heading) => snapshot.isShown(heading) && !snapshot.isInDialog(heading)),
  };
}

/** The headings to be seen whose place is between two others, with what looks like `title`, the last first. */
function* headsBetween(snapshot: Snapshot, from: number, to: number, title: Element | null): Generator<Element> {
  const { headings, withLike, isSeen } = headsOf(snapshot);
  const listed = title && isBoxed(title) ? withLike(title) : headings;
  const orderAt = (at: number) => snapshot.order(listed.all[at] as Element);
  let [low, high] = [0, listed.all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orderAt(middle) < to) low = middle + 1;
    else high = middle;
  }
  for (let at = seenUpTo(listed, low - 1, isSeen); at >= 0 && orderAt(at) > from; at = seenUpTo(listed, at - 1, isSeen))
    yield listed.all[at] as Element;
}

/** Where in the list the last heading up to `start` stands that is seen; below 0 where there is none. */
function seenUpTo({ all, before }: Listed, start: number, isSeen: (heading: Element) => boolean): number {
  let at = start;
  while (at >= 0 && !isSeen(all[at] as Element)) at = before[at] ?? at - 1;
  if (at < start) before[start] = at;
  return at;
}

/** What `head` is, if it stands over `element`; one of the token's may end before that. */
function headOver(snapshot: Snapshot, head: Element, title: Element, element: Element) {
  const { kindOf, rankOf } = headsOf(snapshot);
  const isAsTitle = isBoxed(title) && isLike(head, title) && headsPart(snapshot, head, title, element);
  const isHead = (isAsTitle || head.matches(heads)) && !head.contains(element);
  if (!isHead) return { kind: null, rank: 0 };
  const kind = kindOf(head, isAsTitle || rankOf(title) < unranked);
  const isHere = kind === 'title' || kind === 'token' || isFor(snapshot, head, element);
  return { kind: isHere ? kind : null, rank: isAsTitle ? 1 : rankOf(head) };
}

/** Whether a heading stands between two controls that is not of what the first is for, as far as its words tell. */
export function isParted(snapshot: Snapshot, first: Element, last: Element): boolean {
  const [from, to] = [snapshot.order(first), snapshot.order(last)];
  const { kindOf } = headsOf(snapshot);
  const later = from < to ? last : first;
  for (const heading of headsBetween(snapshot, Math.min(from, to), Math.max(from, to), null))
    if (kindOf(heading, true) === 'other' && isFor(snapshot, heading, later)) return true;
  return false;
}

/** What `heading` is for, as far as it says so. Where the token's title `isHeading` itself, the API is something else. */
function findKind(snapshot: Snapshot, heading: Element, isHeading: boolean): Kind | null {
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

/** Whether a title is a box in the place of a heading, by what its class says. */
const isBoxed = (title: Element) => /head|title/i.test(title.className) && !title.matches(heads);

/** Whether `each` looks like `title`. */
const isLike = (each: Element, title: Element) =>
  each.tagName === title.tagName && each.getAttribute('class') === title.className && !each.closest('li, nav, table');

/** Whether `each` heads a part of the page that holds `element` and not `title`. */
function headsPart(snapshot: Snapshot, each: Element, title: Element, element: Element): boolean {
  const part = [...ancestry(each)].find((around) => snapshot.holds(around, element));
  return part !== undefined && !snapshot.holds(part, title);
}

/** Whether `heading` stands in a part of the page that holds `element`, too. */
function isFor(snapshot: Snapshot, heading: Element, element: Element): boolean {
  const part = headsOf(snapshot).partOf(heading);
  return part === null || snapshot.holds(part, element);
}

/** Of what heads without a rank: lower than all that have one. */
const unranked = 100;

/** 1 for the highest. */
function findRank(heading: Element): number {
  const own = heading.closest(heads) ?? heading;
  // https://www.w3.org/TR/wai-aria-1.2/#heading: 2 where nothing is said.
  const level = own.getAttribute('aria-level') ?? (own.matches('[role="heading" i]') ? '2' : null);
  const digit = level ?? /^H(\d)$/.exec(own.tagName)?.[1];
  return Number(digit ?? unranked) || unranked;
}
