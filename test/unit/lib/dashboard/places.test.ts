/** Where on a page the driver looks: through open shadow roots and frames, and never at what is hidden. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import { isShown } from '../../../../lib/dashboard/visible.ts';
import { newToken, pageOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const stale = newToken();
const title = '<h1>API Token</h1>';
const controls = '<p><button>Regenerate</button> <button>Delete</button></p>';
const whole = `${title}<p>${token}</p>${controls}`;
const seen = (doc: Document) => summaryOf(readPage(doc, 200).report, { token, stale });

/** A page whose `#host` has a shadow root that holds `inside`. */
function shadowed(around: string, inside: string, mode: ShadowRootMode = 'open'): Document {
  const doc = pageOf(around);
  const root = doc.getElementById('host')?.attachShadow({ mode });
  if (root) root.innerHTML = inside;
  return doc;
}

describe('shadow roots', () => {
  it.each([
    ['the whole section', '<div id="host"></div>', whole],
    ['the value', `${title}<p id="host"></p>${controls}`, `<code>${token}</code>`],
    ['the buttons', `${title}<p>${token}</p><p id="host"></p>`, controls],
    ['the title', `<div id="host"></div><p>${token}</p>${controls}`, title],
  ])('%s in an open one', (_, around, inside) => {
    expect(seen(shadowed(around, inside))).toBe('token');
  });

  it('within another one', () => {
    const doc = shadowed('<div id="host"></div>', '<div id="inner"></div>');
    const inner = doc.getElementById('host')?.shadowRoot?.getElementById('inner')?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = whole;
    expect(seen(doc)).toBe('token');
  });

  it('stay closed where they are closed', () => {
    expect(seen(shadowed('<div id="host"></div>', whole, 'closed'))).toBe('other');
    expect(seen(shadowed(`${title}<p id="host"></p>${controls}`, token, 'closed'))).toBe('noToken');
  });

  it('hide what their host hides', () => {
    expect(seen(shadowed('<div id="host" hidden></div>', whole))).toBe('other');
  });
});

/** A page with a frame of its own origin that holds `inside`. */
function framed(around: string, inside: string): Document {
  const doc = pageOf(around);
  const frame = doc.querySelector('iframe');
  frame?.setAttribute('srcdoc', inside);
  const view = frame?.contentDocument?.defaultView;
  if (!view) expect.fail('the frame should have a document');
  Object.defineProperty(view, 'frameElement', { value: frame });
  return doc;
}

describe('frames', () => {
  it('of the same origin are read', () => {
    expect(seen(framed('<iframe></iframe>', whole))).toBe('token');
    expect(seen(framed(`${title}<iframe></iframe>${controls}`, `<p>${token}</p>`))).toBe('token');
  });
  it('that are hidden are not', () => {
    expect(seen(framed('<iframe style="display:none"></iframe>', whole))).toBe('other');
  });
  it('that refuse to be looked into are left alone', () => {
    const doc = pageOf(`<iframe></iframe>${whole}`);
    const frame = doc.querySelector('iframe');
    Object.defineProperty(frame, 'contentDocument', {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
    expect(seen(doc)).toBe('token');
  });
});

describe('what is hidden is not there', () => {
  it.each<[string, (html: string) => string]>([
    ['display: none', (html) => `<div style="display:none">${html}</div>`],
    ['visibility: hidden', (html) => `<div style="visibility:hidden">${html}</div>`],
    ['opacity: 0', (html) => `<div style="opacity:0">${html}</div>`],
    ['a style sheet', (html) => `<style>.x { display: none }</style><div class="x">${html}</div>`],
    ['hidden', (html) => `<div hidden>${html}</div>`],
    ['aria-hidden', (html) => `<div aria-hidden="true">${html}</div>`],
    ['closed details', (html) => `<details><summary>More</summary>${html}</details>`],
    ['a closed dialog', (html) => `<dialog>${html}</dialog>`],
  ])('by %s', (_, hide) => {
    expect(seen(pageOf(hide(whole)))).toBe('other');
    expect(seen(pageOf(`${title}${hide(`<p>${stale}</p>`)}<p>${token}</p>${controls}`))).toBe('token');
    expect(seen(pageOf(`${title}<p>${token}</p>${hide(controls)}${controls}`))).toBe('token');
    expect(seen(pageOf(`${title}<p>${token}</p>${hide(controls)}`))).toBe('noControls');
  });

  it('and what is open is', () => {
    expect(seen(pageOf(`<details open><summary>More</summary>${whole}</details>`))).toBe('token');
  });

  it('nor is our own button', () => {
    const button = '<token-desk-copy>Copy</token-desk-copy>';
    expect(seen(pageOf(`${title}<p>${token}${button}</p>${controls}`))).toBe('token');
  });
});

it('knows the summary of closed details from what it closes', () => {
  const doc = pageOf('<details><summary><b>More</b></summary><i>Hidden</i></details>');
  expect([...doc.querySelectorAll('b, i')].map(isShown)).toEqual([true, false]);
});

it('reads a page parsed from text, without a window', () => {
  const parser = new (pageOf('').defaultView as unknown as { DOMParser: typeof DOMParser }).DOMParser();
  const doc = parser.parseFromString(`<body>${whole}<p style="display:none">${stale}</p></body>`, 'text/html');
  expect(seen(doc)).toBe('token');
});

it('keeps the order in which people meet the elements', () => {
  const doc = shadowed('<b></b><div id="host"><u></u></div><s></s>', '<i></i>');
  const { elements, order, within, roots } = takeSnapshot(doc);
  const tags = elements.map((element) => element.tagName.toLowerCase());
  expect(tags.filter((tag) => tag.length === 1).sort()).toEqual(['b', 'i', 's', 'u']);
  expect(elements.map(order)).toEqual(elements.map((_, index) => index));
  const host = doc.getElementById('host');
  expect(
    host &&
      within(host)
        .map((element) => element.localName)
        .sort(),
  ).toEqual(['div', 'i', 'u']);
  expect(roots).toHaveLength(2);
  expect(within(pageOf('').body)).toEqual([]);
});
