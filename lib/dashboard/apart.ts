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
  /** The rank of the highest of the headings that speak of something else. */
  let other = Number.POSITIVE_INFINITY;
  for (const head of headsBetween(snapshot, from, to, title).reverse()) {
    const rank = head.matches(heads) ? headsOf(snapshot).rankOf(head) : 1;
    const kind = kindOver(snapshot, head, title, element);
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

/** What is asked of the headings of a page again and again: it has thousands of controls at times. */
interface Heads {
  /** In the order of the page. */
  headings: readonly Element[];
  /** The headings and, in the same order, what looks like the title given. */
  withLike: (title: Element) => readonly Element[];
  rankOf: (heading: Element) => number;
  kindOf: (heading: Element, isHeading: boolean) => Kind | null;
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
  const headings = inOrder(snapshot.roots.flatMap((root) => queryAll(root, heads)));
  const asHeading = once((each) => kindOf(snapshot, each, true));
  const asText = once((each) => kindOf(snapshot, each, false));
  return {
    headings,
    withLike: once((title) => inOrder([...headings, ...snapshot.elements.filter((each) => isLike(each, title))])),
    rankOf: once(rankOf),
    kindOf: (heading, isHeading) => (isHeading ? asHeading : asText)(heading),
    partOf: once((heading) => heading.closest(parts)),
    isSeen: once((heading) => snapshot.isShown(heading) && !snapshot.isInDialog(heading)),
  };
}

/** The headings whose place is between two others, with what looks like `title`. */
function headsBetween(snapshot: Snapshot, from: number, to: number, title: Element | null): Element[] {
  const { headings, withLike } = headsOf(snapshot);
  const all = title && isBoxed(title) ? withLike(title) : headings;
  const after = (place: number) => {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (snapshot.order(all[middle] as Element) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return all.slice(after(from), after(to - 1));
}

/** What `head` is, if it stands over `element`; one of the token's may end before that. */
function kindOver(snapshot: Snapshot, head: Element, title: Element, element: Element): Kind | null {
  const { kindOf, rankOf, isSeen } = headsOf(snapshot);
  const isLike = !head.matches(heads);
  const kind = kindOf(head, isLike || rankOf(title) < unranked);
  if (kind === null || head.contains(element) || !isSeen(head)) return null;
  if (isLike && !headsPart(snapshot, head, title, element)) return null;
  return kind === 'title' || kind === 'token' || isFor(snapshot, head, element) ? kind : null;
}

/** Whether a heading stands between two controls that is not of what the first is for, as far as its words tell. */
export function isParted(snapshot: Snapshot, first: Element, last: Element): boolean {
  const [from, to] = [snapshot.order(first), snapshot.order(last)];
  const { kindOf, isSeen } = headsOf(snapshot);
  const later = from < to ? last : first;
  return headsBetween(snapshot, Math.min(from, to), Math.max(from, to), null).some(
    (heading) => kindOf(heading, true) === 'other' && isFor(snapshot, heading, later) && isSeen(heading),
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
function rankOf(heading: Element): number {
  const own = heading.closest(heads) ?? heading;
  // https://www.w3.org/TR/wai-aria-1.2/#heading: 2 where nothing is said.
  const level = own.getAttribute('aria-level') ?? (own.matches('[role="heading" i]') ? '2' : null);
  const digit = level ?? /^H(\d)$/.exec(own.tagName)?.[1];
  return digit ? Number(digit) : unranked;
}
