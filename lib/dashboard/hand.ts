/** The person's own hand on the page, while the driver is at work there. */
import { listenTo } from './dom.ts';

/**
 * Notes from now on whether the person clicks, or presses by key, what `counts` says yes to; it gets the elements
 * that the click passes through, innermost first. What a script clicks is not the person's hand. `end` stops it.
 */
export function watchHand(
  doc: Document,
  counts: (path: readonly EventTarget[]) => boolean,
): { hasPressed(): boolean; end(): void } {
  let pressed = false;
  const note = (event: Event) => {
    if (event.isTrusted && counts(event.composedPath())) pressed = true;
  };
  const end = new AbortController();
  listenTo(doc, 'click', note, { capture: true, signal: end.signal });
  return { hasPressed: () => pressed, end: () => end.abort() };
}
