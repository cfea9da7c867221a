/** How much of a page counts as beside the token. */
import { expect, it } from 'vitest';
import { mostNearby, nearby } from '../../../../lib/dashboard/nearby.ts';
import { takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import { pageOf } from '../support/pages.ts';

const items = (count: number) => '<i></i>'.repeat(count);
/** The id of what is beside the element `it`; the tag, where it has none. */
function beside(html: string): string {
  const doc = pageOf(html);
  const place = nearby(takeSnapshot(doc), doc.getElementById('it') as Element);
  return place.id || place.tagName.toLowerCase();
}

it.each([
  ['all of a small page', '<main><section id="it"></section></main>', 'html'],
  ['all of a page as large as it may be', `<p id="it"></p>${items(mostNearby - 3)}`, 'html'],
  ['the body, where the page is larger by one', `<p id="it"></p>${items(mostNearby - 2)}`, 'body'],
  [
    'the box as large as it may be',
    `${items(9)}<div id="box"><p id="it"></p>${items(mostNearby - 2)}</div>${items(9)}`,
    'box',
  ],
  ['not the box that is larger by one', `${items(9)}<div><p id="it"></p>${items(mostNearby - 1)}</div>`, 'it'],
  ['a box far down a large page', `${items(mostNearby)}<div id="box"><p id="it"></p></div>`, 'box'],
  ['the element itself, however large', `<main id="it">${items(mostNearby * 2)}</main>`, 'it'],
])('is %s', (_, html, place) => {
  expect(beside(html)).toBe(place);
});

it('is no more than the document in a frame, where that is read for itself', () => {
  const [outer, inner] = [pageOf('<iframe></iframe>'), pageOf('<p id="it"></p>')];
  Object.defineProperty(inner.defaultView, 'frameElement', { value: outer.querySelector('iframe') });
  expect(nearby(takeSnapshot(inner), inner.getElementById('it') as Element)).toBe(inner.documentElement);
});
