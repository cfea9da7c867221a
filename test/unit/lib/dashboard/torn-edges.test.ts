/** What is hardly to be seen beside a value: white space, marks, hidden pieces, forms that shadow their own properties. */
import { describe, expect, it } from 'vitest';
import { isTorn } from '../../../../lib/dashboard/torn.ts';
import { laidOut } from '../support/layout.ts';
import { newToken, pageOf } from '../support/pages.ts';

const token = newToken();
const value = `<b id="it">${token}</b>`;
const field = `<input id="it" readonly value="${token}">`;
const clobbered = '<form class="clobbered"><input name="matches"></form>';
const mark = '\u200E';

/** Whether the value in `#it` is torn; the browser's own shadowing of a form's properties is done by hand. */
function isTornIn(doc: Document, text = token): boolean {
  const form = doc.querySelector('form.clobbered');
  if (form) Object.defineProperty(form, 'matches', { value: form.firstElementChild, configurable: true });
  const element = doc.getElementById('it') as HTMLElement;
  return isTorn(element, text, element.matches('input, textarea'));
}
type Row = [string, string, boolean];
const rows = (torn: boolean, htmls: Record<string, string>): Row[] =>
  Object.entries(htmls).map(([name, html]) => [name, html, torn]);

describe('white space and marks', () => {
  it.each([
    ...rows(false, {
      'before a word apart, in its own element': `<p id="it">\n<i>label </i>${token}</p>`,
      'a mark before a word apart, in its own element': `<p id="it">${mark}<i>label </i>${token}</p>`,
      'after a word apart, in its own element': `<p id="it">${token}<i> copied</i>\n</p>`,
      'a mark after a word apart, in its own element': `<p id="it">${token}<i> copied</i>${mark}</p>`,
    }),
    ...rows(true, {
      'a mark before a word in an element': `<p>${value}${mark}<i>x</i></p>`,
      'nothing but a comment before a word in an element': `<p>${value}<!-- --><i>x</i></p>`,
      'after a piece on the same line': `<p>${value}<button>Copy</button>4f5e </p>`,
      'before a piece on the same line': `<p> 4f5e<button>Copy</button>${value}</p>`,
      'a mark before a piece on the next line': `<div>${value}</div><div>${mark}4f5e</div>`,
      'after a piece on the next line': `<div>${value}</div><div>4f5e\n</div>`,
      'within its own words, a word right before them': `<p>my<b id="it">Token: ${token}</b></p>`,
      'around a piece in a field': `<p>${field}<textarea> 4f5e\n</textarea></p>`,
      'a mark before a piece in a field': `<p>${field}<input value="${mark}4f5e"></p>`,
    }),
  ])('%s', (_, html, torn) => {
    expect(isTornIn(pageOf(html))).toBe(torn);
  });
});

describe('a hidden piece', () => {
  it.each([
    ...rows(true, {
      'in line': `<p>${value}<i hidden>4f5e</i></p>`,
      'in line, before it': `<p><span hidden>4f5e</span>${value}</p>`,
      'in a box within the line': `<p><code><div hidden>4f5e</div>${value}</code></p>`,
      'in its own element': `<div id="it">${token}<div hidden>4f5e</div></div>`,
    }),
    ...rows(false, {
      'in a box of its own': `<div>${value}<div hidden>4f5e</div></div>`,
      'in line, behind what ends the line': `<p>${value}<br><i hidden>4f5e</i></p>`,
      'that is the whole value': `<p>${value}<i hidden>${token}</i></p>`,
      'that is the name of an icon': `<span>${value}<i aria-hidden="true">check_circle_outline</i></span>`,
      'that is a word': `<p>${value}<i hidden>copied</i></p>`,
      'that is no word at all': `<p>${value}<i hidden></i></p>`,
    }),
  ])('%s', (_, html, torn) => {
    expect(isTornIn(pageOf(html))).toBe(torn);
  });

  it('may be all that bullets stand for', () => {
    const bullets = `••••${token.slice(-4)}`;
    const doc = pageOf(`<p><b id="it">${bullets}</b><i hidden>${token}</i></p>`);
    expect(isTornIn(doc, bullets)).toBe(false);
  });
});

describe('a form whose fields shadow its own properties', () => {
  it.each([
    ...rows(false, {
      'beside it': `<div>${value}${clobbered}</div>`,
      'beside its field': `<div>${field}${clobbered}</div>`,
      'before a piece': `<div>${value}${clobbered}4f5e</div>`,
    }),
    ...rows(true, { 'in its midst': `<div id="it">${token.slice(9)}${clobbered}${token.slice(0, 9)}</div>` }),
  ])('%s', (_, html, torn) => {
    expect(isTornIn(pageOf(html))).toBe(torn);
    expect(isTornIn(laidOut(html).doc)).toBe(torn);
  });
});

describe('right beside a field', () => {
  it.each([
    ...rows(true, {
      'another one, a dash between them': `<p>${field} – <input value="4f5e"></p>`,
      'another one before it, a word between them': `<p><input type="text" value="4f5e"> and ${field}</p>`,
    }),
    ...rows(false, {
      'another one with the same value': `<p>${field} – <input value="${token}"></p>`,
      'another one with a sentence': `<p>${field} – <input value="Keep it secret"></p>`,
      'another one, and an element between them': `<p>${field} <i> – </i> <input value="4f5e"></p>`,
    }),
  ])('%s', (_, html, torn) => {
    expect(isTornIn(pageOf(html))).toBe(torn);
  });
});

describe('what looks like a name or an icon', () => {
  it.each([
    ...rows(true, {
      'of the token, right after it': `<p>${value}<i>API Token</i></p>`,
      'of an icon, a digit before it': `<div>${value}<div>4_check_circle</div></div>`,
      'of an icon, a digit after it': `<div>${value}<div>check_circle_4</div></div>`,
    }),
    ...rows(false, { 'of an icon, below it': `<div>${value}<div>check_circle_outline</div></div>` }),
  ])('%s', (_, html, torn) => {
    expect(isTornIn(pageOf(html))).toBe(torn);
  });
});

describe('a block in its cell', () => {
  it.each([
    ...rows(true, {
      'with a piece': `<table><tr><td>${value}<div>4f5e</div></td></tr></table>`,
      'with elements, and a piece behind it': `<table><tr><td>${value}<div><i>x</i></div><i>4f5e</i></td></tr></table>`,
    }),
    ...rows(false, {
      'outside of a cell, and a piece behind it': `<div>${value}<div><i>x</i></div><i>4f5e</i></div>`,
    }),
  ])('%s', (_, html, torn) => {
    expect(isTornIn(pageOf(html))).toBe(torn);
  });
});

describe('a neighbour in which nothing can be read', () => {
  it.each([
    ...rows(true, { 'but white space': '<i data-box="0 0 250 16"> \n</i>' }),
    ...rows(false, {
      'just as wide as a wide icon': '<i data-box="0 0 60 16"></i>',
      'as it is a link': '<a style="display:inline" data-box="0 0 250 16"></a>',
      'as it is a place to break': '<wbr style="display:inline" data-box="0 0 250 16">',
    }),
  ])('%s', (_, html, torn) => {
    expect(isTornIn(laidOut(`<p>${html} ${value}</p>`).doc)).toBe(torn);
  });

  it('is no part of it where its shadow root is open', () => {
    const { doc } = laidOut(`<p>${value}<span data-box="0 0 250 16"></span></p>`);
    doc.querySelector('span')?.attachShadow({ mode: 'open' });
    expect(isTornIn(doc)).toBe(false);
  });
});

it.each([
  ['body', (doc: Document) => doc.documentElement.append('4f5e')],
  ['tr', (doc: Document) => doc.querySelector('tbody')?.append('4f5e')],
])('what stands behind the %s is no part of a value right in it', (tag, draw) => {
  const doc = pageOf('<table><tbody><tr></tr></tbody></table>');
  const home = doc.createElement('b');
  home.id = 'it';
  home.append(token);
  doc.querySelector(tag)?.append(home);
  draw(doc);
  expect(isTornIn(doc)).toBe(false);
});
