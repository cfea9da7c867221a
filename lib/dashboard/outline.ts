/** Marks what the person has to press, without touching the page's own attributes. */

/** Outlines `element` and brings it into view; returns what takes the mark away again. */
export function outline(element: HTMLElement): () => void {
  element.scrollIntoView({ block: 'center' });
  // An animation leaves the element's style attribute and the page's observers alone.
  const mark = element.animate([{ outline: '3px solid #1f5fc2', outlineOffset: '3px' }], {
    duration: 1,
    fill: 'forwards',
  });
  return () => mark.cancel();
}
