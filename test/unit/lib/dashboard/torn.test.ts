/** When what stands beside a value makes it a part of something larger, and when it is a thing of its own. */
import { describe, expect, it } from 'vitest';
import { isTorn } from '../../../../lib/dashboard/torn.ts';
import { laidOut } from '../support/layout.ts';
import { newOrgId, newToken, pageOf } from '../support/pages.ts';

const token = newToken();
const [half, rest] = [token.slice(0, 16), token.slice(16)];
const value = `<b id="it">${token}</b>`;
const field = `<input id="it" readonly value="${token}">`;
const shadow = 'nextSibling';

/** Whether the value in `#it` is torn; the browser's own shadowing of a form's properties is done by hand. */
function isTornIn(doc: Document): boolean {
  const form = doc.querySelector('form.clobbered');
  if (form) Object.defineProperty(form, shadow, { value: form.firstElementChild, configurable: true });
  const element = doc.getElementById('it') as HTMLElement;
  return isTorn(element, token, element.matches('input, textarea'));
}
type Row = [string, string, boolean];
const rows = (torn: boolean, htmls: Record<string, string>): Row[] =>
  Object.entries(htmls).map(([name, html]) => [name, html, torn]);

describe('in one line', () => {
  it.each([
    ...rows(false, {
      'nothing else': `<p>${value}</p>`,
      'a word before it': `<p>Token ${value}</p>`,
      'a word after it': `<p>${value} copied</p>`,
      'its label right before it': `<p>Token:${value}</p>`,
      'its label right before it, in an element': `<p><i>Token:</i>${value}</p>`,
      'its label with a wide colon': `<p>API token：${value}</p>`,
      'a word in an element, apart': `<p>${value}<i> copied</i></p>`,
      'a word before it in an element, apart': `<p><i>Token </i>${value}</p>`,
      'what cannot be seen, and a word apart': `<p>${value}<i hidden>x</i> copied</p>`,
      'a word after a comment, apart': `<p>${value}<!-- x --> copied</p>`,
      'a mark of direction': `<p>\u200E${value}\u200E</p>`,
      'a mark of direction in an element': `<p><i>\u200E</i>${value}<i>\u200E</i></p>`,
      'a block with a word': `<div>${value}<p>copied</p></div>`,
      'a form whose fields shadow its own': `<div>${value}<form class="clobbered"><input name="${shadow}"></form></div>`,
    }),
    ...rows(true, {
      'a tail': `<p>${value}-tail</p>`,
      'a head': `<p>v1.${value}</p>`,
      'another label right before it': `<p>Webhook:${value}</p>`,
      'its label with more after the colon': `<p>Token: my${value}</p>`,
      'its label without a colon': `<p>Token${value}</p>`,
      'a word in an element': `<p>${value}<i>x</i></p>`,
      'a word before it in an element': `<p><i>x</i>${value}</p>`,
      'a word deep in elements': `<p>${value}<i><u></u><u>x</u></i></p>`,
      'a word beside the element around it': `<p><span>${value}</span>x</p>`,
      'a word before the elements around it': `<p>x<i><span>${value}</span></i></p>`,
      'a word after an empty element': `<p>${value}<i></i>x</p>`,
      'a word after a mark of direction': `<p>${value}\u200Ex</p>`,
      'a word after a comment': `<p>${value}<!-- x -->x</p>`,
      'a word after what cannot be seen': `<p>${value}<i hidden>y</i>x</p>`,
      'a word after a place to break': `<p>${value}<wbr>x</p>`,
      'a word after a script': `<p>${value}<script>1</script>x</p>`,
      'a word after a style': `<p>${value}<style>b{}</style>x</p>`,
      'a word after a template': `<p>${value}<template>y</template>x</p>`,
      'a word after what is for other browsers': `<p>${value}<noscript>y</noscript>x</p>`,
      'a word after our own button': `<p>${value}<token-desk-copy></token-desk-copy>x</p>`,
    }),
  ])('%s', (_, html, torn) => {
    expect(isTornIn(pageOf(html))).toBe(torn);
  });
});

describe('in its own element', () => {
  it.each([
    ...rows(false, {
      'in several texts': `<p id="it">${half}<!-- -->${rest}</p>`,
      'with a place to break': `<p id="it">${half}<wbr>${rest}</p>`,
      'with what cannot be seen': `<p id="it">${half}<i hidden>x</i>${rest}</p>`,
      'with our own button': `<p id="it">${half}<token-desk-copy></token-desk-copy>${rest}</p>`,
      'with white space around': `<p id="it">\n<!-- -->${token}<!-- -->\n</p>`,
      'with marks around': `<p id="it">\u200E<!-- -->${token}<!-- -->\u200E</p>`,
      'with a button': `<p id="it">${token}<button>Copy</button></p>`,
      'with a word in a box': `<p id="it">${token}<div><i>Copied</i></div></p>`,
      'no text at all': '<p id="it"><i>x</i></p>',
    }),
    ...rows(true, {
      'with a part in an element': `<p id="it">${half}<b>x</b>${rest}</p>`,
      'with an empty element': `<p id="it">${half}<b></b>${rest}</p>`,
      'in two lines': `<p id="it">${half}<br>${rest}</p>`,
      'with a button in its midst': `<p id="it">${half}<button>x</button>${rest}</p>`,
      'with a form that shadows its own': `<div id="it">${half}<form class="clobbered"><input name="${shadow}"></form>${rest}</div>`,
      'with a tail in a box': `<code id="it">${half}<div><i>${rest.slice(0, 6)}9</i></div></code>`,
      'with a tail in an element': `<p id="it">${token}<b>x</b></p>`,
      'with a head in an element': `<p id="it"><b>x</b>${token}</p>`,
    }),
  ])('%s', (_, html, torn) => {
    expect(isTornIn(pageOf(html))).toBe(torn);
  });
});

/** What is no whole value, and no word either. */
const pieces = ['4f5e', 'deadbeef', 'tokenPart', 'x'.repeat(16), '-9', '12345678901', 'a.9'];
/** What people take for something else beside a value. */
const others = ['4f5e,', 'Copied', 'show', 'x'.repeat(15), newOrgId(), token, 'two 9', '9'.repeat(513), '(9)'];

describe.each([
  ['behind a button', (text: string) => `<p>${value}<button>Copy</button>${text}</p>`],
  ['before a button', (text: string) => `<p>${text}<button>Copy</button>${value}</p>`],
  ['behind a picture in an element', (text: string) => `<p>${value}<i><img></i>${text}</p>`],
  ['on the next line', (text: string) => `<p>${value}<br>${text}</p>`],
  ['in an element behind a link', (text: string) => `<p>${value}<a href="#">Copy</a><i>${text}</i></p>`],
  ['in the next block', (text: string) => `<div>${value}</div><div>${text}</div>`],
  ['in the block before', (text: string) => `<div>${text}</div><div>${value}</div>`],
  ['in a block behind an empty one', (text: string) => `<div>${value}</div><div></div><div>${text}</div>`],
  ['in a block in the same one', (text: string) => `<div>${value}<p>${text}</p></div>`],
  ['right after a field', (text: string) => `<p>${field}${text}</p>`],
  ['right before a field', (text: string) => `<p>${text}${field}</p>`],
  ['beside the element around a field', (text: string) => `<p><i>${field}</i>${text}</p>`],
])('%s', (_, html) => {
  it.each(pieces)('a piece tears it: %s', (text) => {
    expect(isTornIn(pageOf(html(text)))).toBe(true);
  });
  it.each(others)('anything else does not: %s', (text) => {
    expect(isTornIn(pageOf(html(text)))).toBe(false);
  });
});

describe.each([
  ['after a field', (text: string) => `<p>${field}<input value="${text}"></p>`],
  ['before a field', (text: string) => `<p><textarea>${text}</textarea>${field}</p>`],
  ['after a value', (text: string) => `<p>${value}<input type="text" value="${text}"></p>`],
])('in a field %s', (_, html) => {
  it.each([...pieces, 'Copied', '058150595657', '9'.repeat(17)])('one word tears it: %s', (text) => {
    expect(isTornIn(pageOf(html(text)))).toBe(true);
  });
  it.each([newOrgId(), token, 'two 9', '9'.repeat(513), '(9)', ''])('anything else does not: %s', (text) => {
    expect(isTornIn(pageOf(html(text)))).toBe(false);
  });
});

describe('a piece further away', () => {
  it.each(
    rows(false, {
      'behind words': `<div>${value}</div><div>Copied</div><div>4f5e</div>`,
      'apart in the same line': `<p>${value}<button>Copy</button> 4f5e</p>`,
      'in an element of the next block': `<div>${value}</div><div><i>4f5e</i></div>`,
      'behind two ends of blocks': `<div><div>${value}</div></div><div>4f5e</div>`,
      'in the next cell': `<table><tr><td>${value}</td><td>4f5e</td></tr></table>`,
      'in the next row': `<dl><dd>${value}</dd><dd>4f5e</dd></dl>`,
      'in the next entry': `<ul><li>${value}</li><li>4f5e</li></ul>`,
      'in the next head of a column': `<table><tr><th>${value}</th><th>4f5e</th></tr></table>`,
      'in the next name of a list': `<dl><dt>${value}</dt><dt>4f5e</dt></dl>`,
      'in the next form': `<form>${value}</form><div>4f5e</div>`,
      'beside the main part': `<main>${value}</main><div>4f5e</div>`,
      'in an element of a line that something ended': `<p>${value}<i> and</i>4f5e</p>`,
      'behind words on the next line': `<p>${value}<br>Keep<i></i>4f5e</p>`,
      'before its label': `<p>4f5e<i></i>Token:${value}</p>`,
      'behind a form that shadows its own': `<div>${value}<form class="clobbered"><input name="${shadow}"></form>4f5e</div>`,
      'that is a word, behind an empty block': `<div>${value}<p></p>Copied</div>`,
      'with its label, not at its end': `<p>${value}<br>Token: 4f5e</p>`,
      'in another section': `<section>${value}</section><section>4f5e</section>`,
      'in a section beside it': `<div>${value}</div><section>4f5e</section>`,
      'in the block after a field': `<div>${field}</div><div>4f5e</div>`,
      'in a box to tick beside a field': `<p>${field}<input type="checkbox" value="4f5e"></p>`,
      'in a password beside a field': `<p>${field}<input type="password" value="4f5e"></p>`,
      'apart from a field': `<p>${field} 4f5e</p>`,
    }),
  )('%s', (_, html, torn) => {
    expect(isTornIn(pageOf(html))).toBe(torn);
  });
});

describe('a piece on the next line', () => {
  it.each([
    ...rows(true, {
      'that is a number, and none of an organisation’s': `<div>${value}</div><div>8012777430786</div>`,
      'before an item without a list': `<div><i>4f5</i><li>${value}</li></div>`,
    }),
    ...rows(false, {
      'that is an organisation’s number': `<div>${value}</div><div>${newOrgId()}</div>`,
      'before an item of a list': `<div><i>4f5</i><ul><li>${value}</li></ul></div>`,
    }),
  ])('%s', (_, html, torn) => {
    expect(isTornIn(pageOf(html))).toBe(torn);
  });
});

describe('what stands in line', () => {
  it.each([
    ...['inline', 'contents', 'ruby', 'ruby-text'].map((display) => [display, true] as const),
    ...['x-inline', 'x-contents', 'contents-x', 'x-ruby', 'inline-grid'].map((display) => [display, false] as const),
    ...['block', 'inline-block', 'inline-flex', 'flex', 'list-item', 'table-cell'].map(
      (each) => [each, false] as const,
    ),
  ])('is told by its style: %s', (display, torn) => {
    const { doc } = laidOut(`<p>${value}<u style="display: ${display}">Copied</u></p>`);
    expect(isTornIn(doc)).toBe(torn);
  });

  it.each([
    ['wide enough for a value', '<i data-box="0 0 250 16"></i>', true],
    ['as wide as an icon', '<i data-box="0 0 24 16"></i>', false],
    ['with a text of its own', '<i data-box="0 0 250 16"> Copied</i>', false],
    ['that only keeps things apart', '<div data-box="0 0 250 16"></div>', false],
    ['wide enough, in a box of its own', '<div><i data-box="0 0 250 16"></i></div>', true],
    ['wide enough, in a line of its own', '<u><i data-box="0 0 250 16"></i></u>', true],
    ['in a box that says what it is', '<div>Copied <i data-box="0 0 250 16"></i></div>', false],
    ['in a button', '<button data-box="0 0 250 16"></button>', false],
  ])('tears the value where nothing can be read in it: %s', (_, neighbour, torn) => {
    expect(isTornIn(laidOut(`<p>${neighbour} ${value}</p>`).doc)).toBe(torn);
    expect(isTornIn(laidOut(`<p>${value}${neighbour}</p>`).doc)).toBe(torn);
  });

  it.each([
    ['span', true],
    ['code', true],
    ['output', true],
    ['div', false],
    ['p', false],
    ['x-part', false],
  ])('is told by its tag, where there is no style: %s', (tag, torn) => {
    const { doc } = laidOut(`<div>${value}<${tag}>Copied</${tag}></div>`);
    expect(isTornIn(doc)).toBe(torn);
  });

  it.each([
    ['span', true],
    ['time', true],
    ['x-part', true],
    ['div', false],
  ])('is told by its tag in a page parsed from text: %s', (tag, torn) => {
    const doc = pageOf(`<div>${value}<${tag}>Copied</${tag}></div>`);
    const [view] = Object.getOwnPropertySymbols(doc).filter((symbol) => symbol.description === 'defaultView');
    if (view) Object.defineProperty(doc, view, { value: null });
    expect([doc.defaultView, isTornIn(doc)]).toEqual([null, torn]);
  });
});

describe('in a shadow root', () => {
  it.each([
    ['alone', '<p><span id="it"></span></p>', token, false],
    ['with a tail inside', '<p><span id="it"></span></p>', `${token}<i>x</i>`, true],
    ['with a tail outside', '<p><span id="it"></span>x</p>', token, true],
    ['with a head outside', '<p>x<span id="it"></span></p>', token, true],
    ['with a word apart', '<p><span id="it"></span> copied</p>', token, false],
  ])('%s', (_, html, inside, torn) => {
    const doc = pageOf(html);
    (doc.getElementById('it') as HTMLElement).attachShadow({ mode: 'open' }).innerHTML = inside;
    expect(isTornIn(doc)).toBe(torn);
  });
});
