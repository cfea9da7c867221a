/** What the page calls a value, and how firmly. */
import { describe, expect, it } from 'vitest';
import { captionOf, isHeading, labelOf } from '../../../../lib/dashboard/named.ts';
import { takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import { newToken, pageOf } from '../support/pages.ts';

const token = newToken();
const value = '<b id="it">value</b>';
const field = '<input id="it">';

/** What `#it` is called in `html`, and by what. */
function label(html: string): string {
  const doc = pageOf(html);
  const { field: name, by } = labelOf(takeSnapshot(doc), doc.getElementById('it') as Element);
  return `${name} by ${by}`;
}
type Row = [string, string, string];
const rows = (called: string, htmls: Record<string, string>): Row[] =>
  Object.entries(htmls).map(([name, html]) => [name, html, called]);

describe('a label tied to it', () => {
  it.each([
    ...rows('token by tied', {
      'for it': `<label for="it">API Token</label>${field}`,
      'around it': `<label>Token ${field}</label>`,
      'around it, in an element': `<label><i>Token</i>${field}</label>`,
      'that it names': `<i id="l">Your token</i><p>Widget</p><b id="it" aria-labelledby="l">x</b>`,
      'of its own': '<p>Widget</p><b id="it" aria-label=" Token ">x</b>',
      'in two parts': `<label for="it">API</label><label for="it">Token</label>${field}`,
    }),
    ...rows('unknown by tied', {
      'of something else': `<label for="it">Digest</label>${field}`,
      'of something else, under a caption': `<p>API Token</p><label>Digest ${field}</label>`,
    }),
    ...rows('foreign by tied', {
      'whose own words count before those in it': `<label>Widget <i>token</i>${field}</label>`,
    }),
  ])('%s', (_, html, called) => {
    expect(label(html)).toBe(called);
  });
});

const row = (header: string, cell: string) => `<table><tr>${header}<td>${cell}</td></tr></table>`;
const long = 'x '.repeat(61);
describe('a row', () => {
  it.each([
    ...rows('token by tied', {
      'with a header': row('<th>API Token</th>', value),
      'with a cell before it': row('<td>API Token:</td>', value),
      'with cells between': row('<th>API Token</th><td>active</td>', value),
      'of a list': `<dl><dt>Token</dt><dd>${value}</dd></dl>`,
      'of a list with more before': `<dl><dt>Widget</dt><dd>x</dd><dt>Token</dt><dd>${value}</dd></dl>`,
      'with the value’s own name again': row('<th>API Token</th>', `Token: ${value}`),
      'with a word in the cell': row('<th>API Token</th>', `Active ${value}`),
      'with a value in the header': row(`<th>API Token: ${token}</th>`, value),
      'deep in the cell': row('<th>API Token</th>', `<p><i>${value}</i></p>`),
    }),
    ...rows('unknown by tied', {
      'of something else': row('<th>Digest</th>', value),
      'under a heading': `<h2>API Token</h2>${row('<th>Digest</th>', value)}`,
    }),
    ...rows('foreign by caption', {
      'with another name by its words': row('<th>API Token</th>', `Webhook secret ${value}`),
    }),
    ...rows('unknown by caption', {
      'with another name in the cell': row('<th>API Token</th>', `Digest: ${value}`),
      'with a label in the cell': row('<th>API Token</th>', `<label>Digest</label>${value}`),
    }),
    ...rows('null by null', {
      'without a header': row('', value),
      'whose header cannot be seen': row('<th hidden>Digest</th>', value),
      'whose header is a sentence': row('<td>Keep it secret.</td>', value),
    }),
    ...rows('null by caption', {
      'whose header is too long for one': row(`<th>${long}</th>`, value),
      'whose header is to be pressed': row('<td><a href="#">Cancel</a></td>', value),
      'whose header says what a button says': row('<th>Copy</th>', value),
    }),
  ])('%s', (_, html, called) => {
    expect(label(html)).toBe(called);
  });
});

it('a header speaks of the entry after it, and not of the next', () => {
  expect(label(`<dl><dt>Token</dt><dd>${token}</dd><dd>${value}</dd></dl>`)).not.toContain('tied');
});

it('a header speaks of the empty entry after it, and is tied to no other', () => {
  expect(label(`<dl><dt>Token</dt><dd></dd><dd>${value}</dd></dl>`)).not.toContain('tied');
});

describe('a caption before it', () => {
  it.each([
    ...rows('token by caption', {
      'in the same line': `<p>Token ${value}</p>`,
      'in an element': `<p><i>Token</i>${value}</p>`,
      'one level up': `<p>Token</p><p>${value}</p>`,
      'five levels up': `<p>Token</p><p><i><u><s><q>${value}</q></s></u></i></p>`,
      'before what is no word': `<p>Token — <i>•</i> 42 ${value}</p>`,
      'before what cannot be seen': `<p>Token <i hidden>Widget</i>${value}</p>`,
      'before a button': `<p>Token <button>Widget</button>${value}</p>`,
      'before a style and a script': `<p>Token <style>widget{}</style><script>widget()</script>${value}</p>`,
      'before a picture': `<p>Token <svg><text>Widget</text></svg>${value}</p>`,
      'before a text too long for one': `<p>Token</p><div><p>${'widget '.repeat(40)}</p>${value}</div>`,
      'after a value of another thing': `<p>Widget ${newToken()} Token ${value}</p>`,
      'with a full stop, and short': `<p>Your token.</p>${value}`,
      'that is a label': `<label>Token</label>${value}`,
    }),
    ...rows('foreign by caption', {
      'of something else': `<p>Token</p><p>Widget ID</p>${value}`,
    }),
    ...rows('unknown by caption', { 'that is a label of something else': `<label>Digest</label>${value}` }),
    ...rows('organisation by caption', { 'of the organisation': `<p>Organization ID</p>${value}` }),
    ...rows('null by caption', {
      'that says nothing of it': `<p>Token</p><p>Copied</p>${value}`,
      'with a colon, outside of a cell': `<p>Token</p><p>Digest:</p>${value}`,
    }),
    ...rows('null by null', {
      none: `<p>${value}</p>`,
      'six levels up': `<p>Token</p><p><i><u><s><q><b>${value}</b></q></s></u></i></p>`,
      'behind it': `<p>${value} Token</p>`,
      'that is a sentence': `<p>Token</p><p>Keep your token to yourself.</p>${value}`,
      'that asks': `<p>Where is my token?</p>${value}`,
      'that shouts': `<p>Copy your token now!</p>${value}`,
      'that has its value with it': `<p>Token ${newToken()}</p>${value}`,
    }),
    ...rows('token by heading', {
      'that is a heading': `<h2>API Token</h2>${value}`,
      'that is one by its role': `<div role="heading">API Token</div>${value}`,
      'in a heading': `<div><h3>API Token</h3></div><p>${value}</p>`,
      'in the same heading': `<h2>API Token ${value}</h2>`,
      'in a legend': `<fieldset><legend>API Token</legend>${value}</fieldset>`,
    }),
  ])('%s', (_, html, called) => {
    expect(label(html)).toBe(called);
  });

  it('is looked for no further than the page', () => {
    const doc = pageOf(`<!doctype html><html><body>${value}</body></html>`);
    doc.documentElement.insertBefore(doc.createTextNode('Token'), doc.body);
    expect(labelOf(takeSnapshot(doc), doc.getElementById('it') as Element).field).toBeNull();
  });

  it('is looked for no further than its cell', () => {
    const doc = pageOf(row('<td>Token</td>', `<p>${value}</p>`));
    const [it, cell] = [doc.getElementById('it') as Element, doc.querySelector('td + td')];
    expect(captionOf(takeSnapshot(doc), it, cell)).toEqual({ field: null, by: null });
    expect(captionOf(takeSnapshot(doc), it).field).toBe('token');
  });
});

it.each([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'legend', 'caption'].map((tag) => [tag, true] as const),
  ...['p', 'th', 'label', 'strong'].map((tag) => [tag, false] as const),
])('%s is a heading: %s', (tag, is) => {
  const doc = pageOf('');
  const around = doc.createElement('div');
  const element = around.appendChild(doc.createElement(tag));
  expect([isHeading(element), isHeading(around), isHeading(doc.createTextNode(tag))]).toEqual([is, is, false]);
});
