/** A token in a table: the controls in another row may be those of another one. */
import { expect, it } from 'vitest';
import { newToken, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const buttons = '<button>Regenerate</button> <button>Delete</button>';
const said = (html: string) => summaryOf(reportOf(`<a href="#">Sign Out</a><main>${html}</main>`), { token });
const table = (...rows: string[]) => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
const page = (...rows: string[]) => `<h2>API Token</h2>${table(...rows)}`;

const head = '<th>API Token</th><th>Actions</th>';
const value = `<td>${token}</td><td>May</td>`;
const inOtherRow = `<td>x</td><td>${buttons}</td>`;
it.each([
  ['in another row of a table with a head', page(head, value, inOtherRow), 'ambiguous'],
  ['in the same row', page(head, `<td>${token}</td><td>${buttons}</td>`), 'token'],
  ['below it, in its column', page(head, value, `<td>${buttons}</td><td>x</td>`), 'token'],
  ['in a row of one cell', page(head, value, `<td colspan="2">${buttons}</td>`), 'token'],
  ['in another row of a table without a head', page(value, inOtherRow), 'token'],
  ['in another row, and the value in the head itself', page(`<th>${token}</th><th>x</th>`, inOtherRow), 'token'],
  ['in another row, below a head of one cell', page('<th>API Token</th>', value, inOtherRow), 'token'],
  [
    'in another row of one cell, below a head of one',
    page('<th>API Token</th>', `<td>${token}</td>`, `<td>${buttons}</td>`),
    'token',
  ],
  ['in another table', `${page(head, value)}${table('<th>a</th><th>b</th>', inOtherRow)}`, 'token'],
  ['in a table within it', page(head, `<td>${token}</td><td>${table(inOtherRow)}</td>`), 'token'],
  ['outside of it', `${page(head, value)}<p>${buttons}</p>`, 'token'],
  [
    'in a row of one cell, and the value not in the first',
    page('<th>Since</th><th>API Token</th>', `<td>May</td><td>${token}</td>`, `<td colspan="2">${buttons}</td>`),
    'token',
  ],
  [
    'in a row of one cell, as the head, and the value not in the first',
    page('<th>API Token</th>', `<td></td><td>${token}</td>`, `<td>${buttons}</td>`),
    'token',
  ],
  ['in another row, and the first of empty cells', page('<td></td><td></td>', value, inOtherRow), 'token'],
  ['in another row, and the first with one that is no head', page('<th></th><td></td>', value, inOtherRow), 'token'],
])('the controls %s', (_, html, read) => {
  expect(said(html)).toBe(read);
});
