/** Whether a person sees an element: what is hidden is neither read nor pressed. */
import { ancestry, composedParent } from './ancestry.ts';
import { ownerDocumentOf, viewOf } from './dom.ts';

/** Less of it than this is as good as nothing. */
const leastOpacity = 0.1;

/**
 * Whether `element` is shown: neither it nor an ancestor is hidden by attribute, style, a closed dialog or closed
 * details. Works with and without layout, so that a page parsed from text can be read too.
 */
export function isShown(element: Element): boolean {
  return !isInvisible(element) && ![...ancestry(element)].some((around) => isHiddenItself(around));
}

/** Hidden by markup. One question to the browser, as it is asked of thousands of elements. */
const hiding =
  '[hidden], [aria-hidden="true"], input[type="hidden" i], dialog:not([open]), details:not([open]) > :not(summary)';

/** Whether `element` hides itself and all that it holds. `skips` may know whether the element around it does. */
export function isHiddenItself(element: Element, skips = skipsContent): boolean {
  if (element.matches(hiding)) return true;
  const style = styleOf(element);
  if (!style) return false;
  if (style.display === 'none' || isFaded(style)) return true;
  const parent = composedParent(element);
  return parent !== null && skips(parent);
}

/** Filters can fade, too. */
function isFaded({ opacity, filter }: CSSStyleDeclaration): boolean {
  if (opacity !== '' && opacity !== '1' && Number(opacity) < leastOpacity) return true;
  return filter && filter !== 'none' ? /opacity\(\s*0*(\.0\d*)?%?\s*\)/.test(filter) : false;
}

/** `content-visibility: hidden` hides what the element holds, and not the element. */
export function skipsContent(element: Element): boolean {
  return styleOf(element)?.contentVisibility === 'hidden';
}

/** Whether `element` is made invisible, by itself or by inheritance. */
export function isInvisible(element: Element): boolean {
  const visibility = styleOf(element)?.visibility;
  return visibility === 'hidden' || visibility === 'collapse';
}

/** The computed style, or the inline one where the document has no window (parsed from text). */
export function styleOf(element: Element): CSSStyleDeclaration | null {
  const view = viewOf(ownerDocumentOf(element));
  return view ? view.getComputedStyle(element) : ((element as HTMLElement).style ?? null);
}
