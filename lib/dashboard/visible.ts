/** Whether a person sees an element: what is hidden is neither read nor pressed. */
import { ancestry } from './snapshot.ts';

/**
 * Whether `element` is shown: neither it nor an ancestor is hidden by attribute, style, a closed dialog or closed
 * details. Works with and without layout, so that a page parsed from text can be read too.
 */
export function isShown(element: Element): boolean {
  if (element.matches('input[type="hidden" i]')) return false;
  let inner: Element | null = null;
  for (const current of ancestry(element)) {
    if (isHiddenItself(current, inner)) return false;
    inner = current;
  }
  return !isInvisible(element);
}

function isHiddenItself(element: Element, inner: Element | null): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  if (element.tagName === 'DIALOG' && !element.hasAttribute('open')) return true;
  if (element.tagName === 'DETAILS' && !element.hasAttribute('open') && inner?.tagName !== 'SUMMARY') return true;
  const style = styleOf(element);
  return style?.display === 'none' || style?.opacity === '0';
}

function isInvisible(element: Element): boolean {
  const visibility = styleOf(element)?.visibility;
  return visibility === 'hidden' || visibility === 'collapse';
}

/** The computed style, or the inline one where the document has no window (parsed from text). */
export function styleOf(element: Element): CSSStyleDeclaration | null {
  const view = element.ownerDocument.defaultView;
  return view ? view.getComputedStyle(element) : ((element as HTMLElement).style ?? null);
}
