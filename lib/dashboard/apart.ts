/** Headings between the token's title and what stands below it: that is of another part of the page then. */
import { plainText } from './controls.ts';
import { isFormer } from './field-names.ts';
import { headsToken, wordsOf } from './labels.ts';
import type { Snapshot } from './snapshot.ts';

const heads = 'h1, h2, h3, h4, h5, h6, [role="heading" i], legend, caption, summary';
/** What holds a part of the page; its headings are for what stands in it. */
const parts = 'section, article, aside, fieldset, details, table';

/**
 * Whether a heading comes between `title` and `element` below it that is of no lower rank than the title and speaks of
 * something else, or one that speaks of former tokens.
 */
export function isApart(snapshot: Snapshot, title: Element, element: Element): boolean {
  const from = snapshot.order(title);
  for (let at = snapshot.order(element) - 1; at > from; at -= 1) {
    const heading = snapshot.elements[at] as Element;
    if (!heading.matches(heads) || heading.contains(element) || !isFor(snapshot, heading, element)) continue;
    const words = wordsOf(plainText(heading, snapshot.isShown));
    if (words.length === 0) continue;
    if (isFormer(words)) return true;
    if (headsToken(words)) return false;
    if (rankOf(heading) <= Math.min(rankOf(title), lowest)) return true;
  }
  return false;
}

/** Whether people see `heading`, and in a part of the page that holds `element`, too. */
function isFor(snapshot: Snapshot, heading: Element, element: Element): boolean {
  const part = heading.closest(parts);
  return (part === null || snapshot.holds(part, element)) && snapshot.isShown(heading) && !snapshot.isInDialog(heading);
}

/** A title that is no heading may stand in a menu: any heading of some rank ends what it is about. */
const lowest = 4;

/** 1 for the highest; infinite for what heads without a rank. */
function rankOf(heading: Element): number {
  const digit = /^H(\d)$/.exec(heading.tagName)?.[1] ?? heading.getAttribute('aria-level');
  return digit ? Number(digit) : Number.POSITIVE_INFINITY;
}
