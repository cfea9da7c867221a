/** Whether a person sees an element: what is hidden is neither read nor pressed. */
import { ancestry, composedParent } from './ancestry.ts';

/**
 * Whether `element` is shown: neither it nor an ancestor is hidden by attribute, style, a closed dialog or closed
 * details. Works with and without layout, so that a page parsed from text can be read too.
 */
export function isShown(element: Element): boolean {
  return ![...ancestry(element)].some(isHiddenItself) && !isInvisible(element);
}

/** Whether `element` hides itself and all that it holds. */
export function isHiddenItself(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  if (element.tagName === 'INPUT' && element.getAttribute('type')?.toLowerCase() === 'hidden') return true;
  if (element.tagName === 'DIALOG' && !element.hasAttribute('open')) return true;
  if (element.tagName !== 'SUMMARY' && isClosedDetails(composedParent(element))) return true;
  const style = styleOf(element);
  return style?.display === 'none' || style?.opacity === '0';
}

function isClosedDetails(element: Element | null): boolean {
  return element?.tagName === 'DETAILS' && !element.hasAttribute('open');
}

/** Whether `element` is made invisible, by itself or by inheritance. */
export function isInvisible(element: Element): boolean {
  const visibility = styleOf(element)?.visibility;
  return visibility === 'hidden' || visibility === 'collapse';
}

/** The computed style, or the inline one where the document has no window (parsed from text). */
export function styleOf(element: Element): CSSStyleDeclaration | null {
  const view = element.ownerDocument.defaultView;
  return view ? view.getComputedStyle(element) : ((element as HTMLElement).style ?? null);
}
