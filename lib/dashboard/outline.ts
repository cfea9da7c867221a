/** Marks what the person has to press, without touching the page's own attributes. */

/** A mark that moves: what it gives outlines the element it is called with, and no longer the one before; null: none. */
export function outlining(): (element: HTMLElement | null) => void {
  let marked: HTMLElement | null = null;
  let unmark: (() => void) | null = null;
  return (element) => {
    if (element === marked) return;
    unmark?.();
    unmark = element && outline(element);
    marked = element;
  };
}

/** Outlines `element` and brings it into view; returns what takes the mark away again. */
function outline(element: HTMLElement): () => void {
  element.scrollIntoView({ block: 'center' });
  // An animation leaves the element's style attribute and the page's observers alone.
  const mark = element.animate([{ outline: '3px solid #1f5fc2', outlineOffset: '3px' }], {
    duration: 1,
    fill: 'forwards',
  });
  return () => mark.cancel();
}
