/** Which part of the page is the token's: what its controls share, up to the title above them. */
import { composedParent } from './ancestry.ts';
import { isOfTitles, isParted } from './apart.ts';
import { accessibleName, type Control, plainText } from './controls.ts';
import { namesApiToken, tokenWords, wordsOf } from './labels.ts';
import { once, type Snapshot } from './snapshot.ts';

/** Names of the controls that change the token. */
export const changing: ReadonlySet<string> = new Set(['regenerate', 'generate', 'delete']);

/** A page as it is read: what was found in one snapshot. */
export interface Page {
  snapshot: Snapshot;
  titles: readonly Element[];
  /** What changes something, by its name. */
  controls: readonly Control[];
  /** What copies something. */
  copies: readonly Control[];
}

/** The titles of `page` that `section` holds. */
export const titlesIn = ({ snapshot, titles }: Page, section: Element): Element[] =>
  titles.filter((title) => snapshot.holds(section, title));

/** The Delete that is next to `regenerate`, and the smallest element around both; null where there is no such one. */
export function sharedWithDelete(page: Page, regenerate: Control): { container: Element; remove: Control } | null {
  const textOf = once(plainText);
  // In a list of its own, Delete is for what is listed; under a heading of its own, for what that speaks of.
  const isOther = once(
    (element) =>
      isListed(element, regenerate.element, textOf) ||
      (!namesToken(accessibleName(element)) && isParted(page.snapshot, regenerate.element, element)),
  );
  const removes = page.controls.filter((control) => control.name === 'delete');
  for (let container = composedParent(regenerate.element); container; container = composedParent(container)) {
    const around = container;
    const { holds, isSeen } = page.snapshot;
    const isOne = ({ element }: Control) => !isOther(element) && isSeen(element);
    const isHere = (control: Control) => holds(around, control.element) && isOne(control);
    const remove = removes.find(isHere);
    if (!remove) continue;
    // Another one beside it, or one elsewhere that says that it is the token's, leaves open which it is.
    const saysSo = namesApiToken(accessibleName(remove.element));
    const isRather = ({ element }: Control) => !saysSo && namesApiToken(accessibleName(element));
    const isDoubt = (other: Control) => isHere(other) || (isRather(other) && isOne(other));
    return removes.some((other) => other !== remove && isDoubt(other)) ? null : { container, remove };
  }
  return null;
}

/** Whether `remove` stands in a list without `regenerate`. Of tables, those that hold nothing else draw a button. */
function isListed(remove: Element, regenerate: Element, textOf: (element: Element) => string): boolean {
  if (remove.closest('ul, ol, [role="list" i]')?.contains(regenerate) === false) return true;
  const table = remove.closest('table, [role="grid" i]');
  return table?.contains(regenerate) === false && textOf(table) !== textOf(remove);
}

export const namesToken = (name: string) => wordsOf(name).some((word) => tokenWords.has(word));

/**
 * The smallest element around `container` that holds a title, and no changing control but `own` and those of other parts of
 * the page; else null.
 */
export function sectionAround(page: Page, container: Element, own: readonly Control[]): Element | null {
  const isIts = ({ element }: Control) =>
    page.snapshot.isSeen(element) && isOfTitles(page.snapshot, page.titles, element);
  for (let section: Element | null = container; section; section = composedParent(section)) {
    const around = section;
    const { holds } = page.snapshot;
    const isOther = (control: Control) => holds(around, control.element) && !own.includes(control);
    if (page.controls.some((control) => isOther(control) && isIts(control))) return null;
    if (page.titles.some((title) => holds(around, title))) return section;
  }
  return null;
}
