/** A token that is named and not to be seen: no other value is taken for it. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { isTextSeen } from '../../../../lib/dashboard/seen.ts';
import { laidOut } from '../support/layout.ts';
import { newToken, summaryOf } from '../support/pages.ts';

const token = newToken();
const stray = newToken();
const there = 'data-box="100 100 300 120"';
const nowhere = 'data-box="100 100 100 100"';
const buttons = '<button>Regenerate</button> <button>Delete</button>';
const torn = `<span>${token.slice(0, 6)}</span><span>${token.slice(6)}</span>`;

const tornPanel = (box: string) => `<div role="heading">API Token</div><div>Your token</div>
  <div><div><code ${box}>${torn}</code></div></div><div><div>${stray}</div>Organization ID</div><div>${buttons}</div>`;
/** The row of the token, and a title that has got between a value and the buttons. */
const table = (
  style: string,
) => `<table><tbody><tr><td><b>API Token:</b></td><td><tt style="${style}">${token}</tt></td>
  </tr><tr><td><div><b>API Token</b></div><code>${stray}</code></td><td>${buttons}</td></tr></tbody></table>`;
const row = `<table><tr><td>API Token:</td><td><tt style="color: transparent">${token}</tt></td>
  <td><code>${stray}</code></td></tr><tr><td>${buttons}</td></tr></table>`;

it.each([
  ['in the same row', row, 'noToken'],
  ['in pieces', tornPanel(nowhere), 'noToken'],
  ['in a row of its own, in invisible ink', table('color: transparent'), 'noToken'],
  ['in a row of its own, too faint to see', table('opacity: 0.01'), 'noToken'],
])('%s', (_, html, reason) => {
  const { doc } = laidOut(`<main id="it" ${there}>${html}</main>`);
  expect(summaryOf(readPage(doc, 200).report, { token, stray })).toBe(reason);
});

const copy = '<button>Copy to Clipboard</button>';
/** What Copy copies, in a row of its own; before it a value that nothing names. */
const copied = (value: string) => `<h1>API Token</h1><div><p>${stray}</p></div>
  <div><div>${value}</div>${copy}</div><div>${buttons}</div>`;

it.each([
  ['that Copy stands with', copied(`<tt style="color: transparent">${token}</tt>`)],
  ['that Copy stands with, in pieces', copied(`<tt style="opacity: 0"><span>6</span>${token}</tt>`)],
  ['that Copy stands with, kept from screen readers', copied(`<code aria-hidden="true">${token}</code>`)],
])('a token %s is another than the one that is to be seen', (_, html) => {
  const { doc } = laidOut(`<main id="it" ${there}>${html}</main>`);
  expect(summaryOf(readPage(doc, 200).report, { token, stray })).toBe('ambiguous');
});

it.each([
  ['that is shown', copied(`<code>${stray}</code>`)],
  [
    'that is named something else',
    copied(`<span>Widget ID</span><code>${token}</code>`).replace('<p>', '<span>API Token:</span><p>'),
  ],
  [
    'whose Copy is clipped away, as in a stale panel',
    `<h1>API Token</h1><p>${stray}</p><div>${buttons}</div><div><code ${nowhere}>${token}</code><button ${nowhere}>Copy</button></div>`,
  ],
  ['that is no secret', copied('<code>8195261221149284</code>')],
])('Copy beside a value %s is no Copy of another token', (_, html) => {
  const { doc } = laidOut(`<main id="it" ${there}>${html}</main>`);
  expect(summaryOf(readPage(doc, 200).report, { token, stray })).not.toBe('ambiguous');
});

/** The token's own caption with nothing after it but `next`. */
const passedOver = (next: string) => `<h1>API Token</h1><div><div>Your token</div><div>${copy}</div>${next}
  <div><button>Regenerate</button></div></div><p>${stray}</p><button>Delete</button>`;

it('a caption that has another label after it names no value beyond that', () => {
  const read = (html: string) => {
    const { doc } = laidOut(`<main id="it" ${there}>${html}</main>`);
    return summaryOf(readPage(doc, 200).report, { token, stray });
  };
  expect(read(passedOver('<div>Organization ID</div><div>6465866862277744</div>'))).toBe('noToken');
  expect(read(passedOver('<p>Keep it secret.</p>'))).toBe('stray');
});

it('what stands between the rows of a table is no value', () => {
  const { doc } = laidOut(
    `<main id="it" ${there}><h1>API Token</h1><table><tr><td>${buttons}</td></tr></table></main>`,
  );
  const box = Object.assign(doc.createElement('div'), { textContent: stray });
  const read = () => summaryOf(readPage(doc, 200).report, { token, stray });
  doc.querySelector('table')?.prepend(box);
  expect(read()).toBe('noToken');
  doc.querySelector('td')?.prepend(box);
  expect(read()).toBe('stray');
});

it('the same row is read where its token is to be seen', () => {
  const { doc } = laidOut(`<main id="it" ${there}><h1>API Token</h1>${table('color: black').split('</tr><tr>')[0]}</tr>
    <tr><td>${buttons}</td></tr></tbody></table></main>`);
  expect(summaryOf(readPage(doc, 200).report, { token, stray })).toBe('token');
});

it('a button within does not make the text around it one that is to be seen', () => {
  const { doc, it: judged } = laidOut(`<span id="it" ${there}>${stray}<button>Copy</button></span>`);
  const { Range } = doc.defaultView as unknown as { Range: { prototype: Range } };
  Range.prototype.getBoundingClientRect = function (this: Range) {
    const [left, top, right] = [100, 100, this.endOffset > 1 ? 300 : 100];
    return { left, top, right, bottom: 120 } as DOMRect;
  };
  expect(isTextSeen(judged)).toBe(false);
});

describe('where no script can look, as wide as a token', () => {
  const sealed = (way: string, inside = '') => `<p><span data-box="0 0 250 16" ${way}>${inside}</span></p>`;
  const summaryWith = (beside: string, value = `<p>${stray}</p>`) =>
    summaryOf(
      readPage(
        laidOut(`<main id="it" ${there}><h1>API Token</h1>${value}<p>Text</p>${beside}${buttons}</main>`).doc,
        200,
      ).report,
      {
        token,
        stray,
      },
    );
  it.each([
    ['under a heading', sealed(''), `<p>${stray}</p>`],
    ['under a caption', sealed(''), `<p>Your token</p><p>${stray}</p>`],
  ])('%s, nothing else is taken for it', (_, beside, value) => {
    expect(summaryWith(beside, value)).toBe('ambiguous');
  });

  it('in the cell that is called the token, what stands in the next one is not', () => {
    const row = `<table><tr><td>Token:</td><td>${sealed('')}</td><td><input value="${stray}"></td></tr></table>`;
    expect(summaryWith('', row)).toBe('ambiguous');
    expect(summaryWith('', row.replace('250', '20'))).toBe('stray');
  });

  it('in the cell that is called the token, what stands below it is not', () => {
    const [hidden, below] = ['<i hidden>Text</i>', `<div>${stray}</div>`];
    const row = `<table><tr><td>Token:</td><td><span data-box="0 0 250 16"></span> ${hidden}${below}</td></tr></table>`;
    expect(summaryWith('', row)).toBe('ambiguous');
    expect(summaryWith('', row.replace('250', '20'))).toBe('stray');
  });

  it.each([
    ['one that is hidden', sealed('hidden')],
    ['one with words in it', sealed('', 'Text')],
    ['a box', '<div data-box="0 0 250 16" style="display: block"></div>'],
    ['what a grid has made a box of', sealed('style="display: block"')],
    ['what can hold nothing unseen', '<p><i data-box="0 0 250 16"></i></p>'],
    ['a small one', '<p><span data-box="0 0 24 16"></span></p>'],
  ])('but beside %s it is', (_, beside) => {
    expect(summaryWith(beside)).toBe('stray');
  });

  it.each(['span', 'x-key'])('a closed shadow root in a box of its own is such a place, too: %s', (tag) => {
    const box = `<${tag} class="host" data-box="0 0 250 16" style="display: block"></${tag}>`;
    const { doc } = laidOut(`<main id="it" ${there}><h1>API Token</h1><p>${stray}</p>${box}${buttons}</main>`);
    const host = doc.querySelector('.host');
    // As Firefox gives it to extensions.
    if (host) Object.assign(host, { openOrClosedShadowRoot: host.attachShadow({ mode: 'closed' }) });
    expect(summaryOf(readPage(doc, 200).report, { token, stray })).toBe('ambiguous');
  });

  it('nor does it speak against a label that is tied to the token', () => {
    expect(summaryWith(sealed(''), `<p><input aria-label="API Token" readonly value="${token}"></p>`)).toBe('token');
  });
});
