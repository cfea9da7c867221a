/** Names of a value that are blank, long, apart, or more than one. */
import { describe, expect, it } from 'vitest';
import { labelOf } from '../../../../lib/dashboard/named.ts';
import { takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import { newToken, pageOf } from '../support/pages.ts';

const token = newToken();
const value = '<b id="it">value</b>';
const dots = (count: number) => '.'.repeat(count);

/** What `#it` is called in `html`, and by what. */
function label(html: string): string {
  const doc = pageOf(html);
  const { field, by } = labelOf(takeSnapshot(doc), doc.getElementById('it') as Element);
  return `${field} by ${by}`;
}
type Row = [string, string, string];
const rows = (called: string, htmls: Record<string, string>): Row[] =>
  Object.entries(htmls).map(([name, html]) => [name, html, called]);
const row = (header: string, cell: string) => `<table><tr>${header}<td>${cell}</td></tr></table>`;
const list = (entries: string) => `<dl>${entries}<dd>${value}</dd></dl>`;

describe('a blank label counts for none', () => {
  it.each([
    ...rows('token by caption', {
      'of its own': '<p>Token</p><b id="it" aria-label="  ">value</b>',
      'for it': '<label for="it"> </label><p>Token</p><input id="it">',
      'that it names': '<i id="l"> </i><p>Token</p><b id="it" aria-labelledby="l">value</b>',
    }),
  ])('%s', (_, html, called) => {
    expect(label(html)).toBe(called);
  });
});

describe('a header', () => {
  it.each([
    ...rows('token by tied', {
      'with an entry of words between': list('<dt>Token</dt><dd>active</dd>'),
      'with an entry with a short number between': list('<dt>Token</dt><dd>v2 of 2024</dd>'),
      'with an entry with a picture between': list('<dt>Token</dt><dd><img alt=""></dd>'),
      'that is a link': row('<th><a href="#">API Token</a></th>', value),
      'that begins with a value': row(`<th>${token} API Token</th>`, value),
      'as long as a name may be': row(`<th>API${dots(112)}Token</th>`, value),
      'with words in the cell after a colon': row('<th>API Token</th>', `Digest: none ${value}`),
      'with words in the cell around a colon': row('<th>API Token</th>', `Digest:none ${value}`),
      'with five words before a colon in the cell': row('<th>API Token</th>', `The last time we looked: ${value}`),
    }),
    ...rows('null by caption', {
      'that says what a button says: Regenerate': row('<th>Regenerate</th>', value),
      'that says what a button says: Generate': row('<th>Generate</th>', value),
      'that says what a button says: Delete': row('<th>Delete</th>', value),
    }),
    ...rows('token by caption', {
      'of two links': row('<td><a href="#">API</a> <a href="#">Token</a></td>', value),
      'longer than a name': row(`<th>API${dots(113)}Token</th>`, value),
    }),
    ...rows('unknown by caption', {
      'with four words before a colon in the cell': row('<th>API Token</th>', `The last time seen: ${value}`),
    }),
  ])('%s', (_, html, called) => {
    expect(label(html)).toBe(called);
  });
});

describe('a caption', () => {
  it.each([
    ...rows('token by caption', {
      'behind much white space': `<p>${' '.repeat(300)}Token ${value}</p>`,
      'behind a row of dots': `<p>${dots(100)} Token ${value}</p>`,
      'as long as two names': `<p>API${dots(232)}Token</p>${value}`,
    }),
    ...rows('foreign by caption', {
      'behind a sentence': `<p>Do not share. Widget key</p>${value}`,
    }),
    ...rows('null by null', {
      'behind a longer row of dots': `<p>${dots(300)} Token ${value}</p>`,
      'longer than two names': `<p>API${dots(233)}Token</p>${value}`,
      'that has a value with it, its only digit at the end': `<p>Token abcdefghijklm9</p>${value}`,
      'that is a sentence of three words': `<p>Hide your token.</p>${value}`,
    }),
    ...rows('token by caption', { 'of two words and a full stop': `<p>API token.</p>${value}` }),
  ])('%s', (_, html, called) => {
    expect(label(html)).toBe(called);
  });
});

describe('the head of a column', () => {
  const table = (...lines: string[]) => `<table>${lines.map((cells) => `<tr>${cells}</tr>`).join('')}</table>`;
  const heads = (...names: string[]) => names.map((name) => `<th>${name}</th>`).join('');
  const cells = (...texts: string[]) => texts.map((text) => `<td>${text}</td>`).join('');
  it.each([
    ...rows('token by tied', {
      'names the value below it': table(heads('API Token', 'Since'), cells(value, 'May')),
      'of a later column, too': table(heads('Name', 'API Token'), cells('', value)),
      'whose row has a name that no other row makes another': table(heads('Name', 'API Token'), cells('Zapier', value)),
      'called like the first, which is no row': table(heads('API Token', 'Token'), cells('Zapier', value)),
      'of the first column, beside another row': table(
        heads('API Token', 'Since'),
        cells(value, 'May'),
        cells('API Token', 'June'),
      ),
    }),
    ...rows('token by caption', {
      'has another number of cells: it is but the text before': table(heads('API Token'), cells(value, 'May')),
    }),
    ...rows('foreign by caption', {
      'is made of cells: its row is but the text before': table(cells('API Token', 'Since'), cells(value, 'May')),
      'is made of cells in part': table('<th>API Token</th><td>Since</td>', cells(value, 'May')),
    }),
    ...rows('foreign by tied', {
      'over the row of something else': table(heads('Name', 'API Token'), cells('Webhook secret', value)),
    }),
    ...rows('organisation by tied', {
      'over the row of the organisation': table(heads('Name', 'API Token'), cells('Organization ID', value)),
    }),
    ...rows('unknown by tied', {
      'over a row with a name, where another row is the token’s': table(
        heads('Name', 'API Token'),
        cells('Zapier', value),
        cells('API Token', 'x'),
      ),
      'we do not know, of a third column': table(heads('a', 'b', 'Digest'), cells('', '', value)),
    }),
  ])('%s', (_, html, called) => {
    expect(label(html)).toBe(called);
  });
});
