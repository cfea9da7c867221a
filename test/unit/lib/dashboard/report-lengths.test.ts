/** What a report of an unreadable page leaves out, and how long it may be. */
import { expect, it } from 'vitest';
import { reportOf } from '../support/pages.ts';

const button = (name: string, more = '') => `<button ${more}>${name}</button>`;
/** The lines of the report on a page without a token, with `html` below its title. */
function linesOf(html: string): string[] {
  const report = reportOf(`<h1>API Token</h1>${html}`);
  return report.kind === 'unreadable' ? report.report.split('\n') : expect.fail('the page should be unreadable');
}
const nested = (depth: number, inside: string): string =>
  depth === 0 ? inside : `<i>${nested(depth - 1, inside)}</i>`;

it.each<[string, string, string[]]>([
  ['a control', button('Regenerate'), ['regenerate: button < body < html']],
  ['none that is hidden', button('Regenerate') + button('Delete', 'hidden'), ['regenerate: button < body < html']],
  [
    'one in a dialog, and says so',
    `${button('Regenerate')}<div role="dialog">${button('Cancel')}</div>`,
    ['regenerate: button < body < html', 'cancel (in a dialog): button < div[dialog] < body < html'],
  ],
  ['a role of one word', `<p role="group">${button('Delete')}</p>`, ['delete: button < p[group] < body < html']],
  ['no role of several', `<p role="group of mine">${button('Delete')}</p>`, ['delete: button < p < body < html']],
  ['no role with a number', `<p role="group42">${button('Delete')}</p>`, ['delete: button < p < body < html']],
  ['no longer role', `<p role="${'x'.repeat(21)}">${button('Delete')}</p>`, ['delete: button < p < body < html']],
  [
    'no longer tag',
    `<x-${'y'.repeat(30)}>${button('Delete')}</x-${'y'.repeat(30)}>`,
    ['delete: button < ? < body < html'],
  ],
  ['the eight elements next to a control', nested(10, button('Delete')), [`delete: button${' < i'.repeat(7)}`]],
])('lists %s', (_, html, lines) => {
  expect(linesOf(html).slice(2)).toEqual(lines);
});

it('ends within 3,000 characters', () => {
  const text = linesOf(nested(8, button('Delete').repeat(200))).join('\n');
  expect(text).toHaveLength(3_000);
});
