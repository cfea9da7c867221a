/** The person's own hand on the page, while the driver is at work there. */
import { listenTo, ownerDocumentOf } from './dom.ts';

/**
 * Notes from now on whether the person clicks, or presses by key, what `counts` says yes to; it gets the elements
 * that the click passes through, innermost first. What a script clicks is not the person's hand. `end` stops it.
 * Listens to `doc`, and to the frame that `control` stands in.
 */
export function watchHand(
  doc: Document,
  control: Element,
  counts: (path: readonly EventTarget[]) => boolean,
): { hasPressed(): boolean; end(): void } {
  let pressed = false;
  const note = (event: Event) => {
    if (event.isTrusted && counts(event.composedPath())) pressed = true;
  };
  const end = new AbortController();
  for (const each of new Set([doc, ownerDocumentOf(control)]))
    listenTo(each, 'click', note, { capture: true, signal: end.signal });
  return { hasPressed: () => pressed, end: () => end.abort() };
}
