/** Headings between the token's title and what stands below it: that is of another part of the page then. */
import { plainText } from './controls.ts';
import { isForeign, isFormer } from './field-names.ts';
import { controlNameOf, isTokenTitle, saysNothing, tokenWords, wordsOf } from './labels.ts';
import type { Snapshot } from './snapshot.ts';

const heads = 'h1, h2, h3, h4, h5, h6, [role="heading" i], legend, caption, summary';
/** What holds a part of the page; its headings are for what stands in it. */
const parts = 'section, article, aside, fieldset, details, table, [role="alert" i], [role="note" i], .alert';
/** What asks for care about what is below it, whatever that is. */
const careWords = /danger|gefahr|peligro|perigo/;

/**
 * Whether a heading comes between `title` and `element` below it that is of no lower rank than the title and speaks of
 * something else, or one that speaks of former tokens. `strictly`: of any rank.
 */
export function isApart(snapshot: Snapshot, title: Element, element: Element, strictly = false): boolean {
  const from = snapshot.order(title);
  /** The highest of the headings that speak of something else. */
  let other = Number.POSITIVE_INFINITY;
  for (let at = snapshot.order(element) - 1; at > from; at -= 1) {
    const { kind, rank } = headOf(snapshot, snapshot.elements[at] as Element, title, element);
    // A part of the token's own ends where one of something else begins that is no lower.
    if (kind === 'title' || (kind === 'token' && other <= rank)) return other <= rank;
    if (kind === 'former') return true;
    if (kind === 'other') other = Math.min(other, rank);
  }
  return other <= (strictly ? Number.MAX_VALUE : Math.min(rankOf(title), lowest));
}

type Kind = 'title' | 'token' | 'former' | 'other';

/** What `each` heads, if it is a heading that stands over `element`; one of the token's may end before that. */
function headOf(snapshot: Snapshot, each: Element, title: Element, element: Element) {
  const isHead = (each.matches(heads) || isLikeTitle(each, title)) && !each.contains(element);
  const rank = isHead ? rankOf(each, title) : 0;
  const kind =
    isHead && isSeenHere(snapshot, each) ? kindOf(snapshot, each, rankOf(title) < Number.POSITIVE_INFINITY) : null;
  return { kind: kind === 'title' || kind === 'token' || isFor(snapshot, each, element) ? kind : null, rank };
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
  if (words.some((word) => tokenWords.has(word))) return isForeign(text) ? 'other' : 'token';
  const isChange = words.some((word) => changes.has(controlNameOf(word) ?? ''));
  if (saysNothing(words) || careWords.test(text) || isChange) return null;
  return !isHeading && words.includes('api') ? null : 'other';
}

const changes = new Set(['delete', 'regenerate']);

/** Whether `each` looks like `title`, a box in the place of a heading, in a part of the page of its own. */
function isLikeTitle(each: Element, title: Element): boolean {
  const { tagName, className } = title;
  if (each.tagName !== tagName || each.getAttribute('class') !== className || !/head|title/i.test(className))
    return false;
  return each.parentElement !== title.parentElement && !title.matches(heads) && !each.closest('li, nav, table');
}

const isSeenHere = (snapshot: Snapshot, heading: Element) => snapshot.isShown(heading) && !snapshot.isInDialog(heading);

/** Whether `heading` stands in a part of the page that holds `element`, too. */
function isFor(snapshot: Snapshot, heading: Element, element: Element): boolean {
  const part = heading.closest(parts);
  return part === null || snapshot.holds(part, element);
}

/** A title that is no heading may stand in a menu: any heading of some rank ends what it is about. */
const lowest = 4;

/** 1 for the highest; infinite for what heads without a rank. What looks like the `title` is as high as any. */
function rankOf(heading: Element, title?: Element): number {
  const own = heading.closest(heads) ?? heading;
  const digit = /^H(\d)$/.exec(own.tagName)?.[1] ?? own.getAttribute('aria-level');
  if (digit) return Number(digit);
  return title && isLikeTitle(heading, title) ? 1 : Number.POSITIVE_INFINITY;
}
