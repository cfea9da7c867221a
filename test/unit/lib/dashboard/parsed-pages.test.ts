/** A page parsed from text has no window, and no styles but those written into its elements. */
import { expect, it } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { isShown } from '../../../../lib/dashboard/visible.ts';
import { laidOut } from '../support/layout.ts';
import { newToken, pageOf, summaryOf } from '../support/pages.ts';

const [token, other] = [newToken(), newToken()];
const buttons = '<button>Regenerate</button><button>Delete</button>';

/** `html` as a page without a window: the tests' DOM gives every document one, and it is taken away here. */
function parsed(html: string): Document {
  const doc = pageOf(html);
  const [view] = Object.getOwnPropertySymbols(doc).filter((symbol) => symbol.description === 'defaultView');
  if (view) Object.defineProperty(doc, view, { value: null });
  expect(doc.defaultView).toBeNull();
  return doc;
}

it.each([
  ['nothing', '<b id="it">value</b>', true],
  ['a style that shows it', '<b id="it" style="display: block">value</b>', true],
  ['a style of its own', '<b id="it" style="display: none">value</b>', false],
  ['a style around it', '<p style="display: none"><b id="it">value</b></p>', false],
  ['an attribute', '<p hidden><b id="it">value</b></p>', false],
])('hides what is hidden by %s', (_, html, shown) => {
  expect(isShown(parsed(html).getElementById('it') as Element)).toBe(shown);
});

it('is read as it would be in a window', () => {
  const html = `<main><h1>API Token</h1><p style="display: none">${other}</p><p>${token}</p>${buttons}</main>`;
  expect(summaryOf(readPage(parsed(html), 200).report, { token, other })).toBe('token');
});

it.each([
  ['opacity(0.004)', false],
  ['opacity(0.000)', false],
  ['opacity(00%)', false],
  ['opacity(0.4)', true],
  ['opacity(100%)', true],
  ['blur(0)', true],
  ['contrast(0)', true],
])('a filter fades what it is on or not: %s', (filter, shown) => {
  expect(isShown(laidOut(`<p style="filter: ${filter}"><b id="it">value</b></p>`).it)).toBe(shown);
});
