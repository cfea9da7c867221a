/** What one pass over a page finds: which elements, in which order, and what stands in which. */
import { describe, expect, it } from 'vitest';
import { emptySnapshot, mayHost, ownText, type Snapshot, takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import { pageOf } from '../support/pages.ts';

/** The elements with an id, in the order of the snapshot. */
const idsOf = ({ elements }: Snapshot) => elements.map(({ id }) => id).filter((id) => id !== '');
const byId = (doc: Document, id: string) => doc.getElementById(id) ?? expect.fail(`there is no ${id}`);

const nested = '<div id="a"><p id="b"><i id="c"></i></p><p id="d"></p></div><p id="e"></p>';

it('has the elements of a page in their order', () => {
  const doc = pageOf(nested);
  const snapshot = takeSnapshot(doc);
  expect(idsOf(snapshot)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect([doc.documentElement, doc.body].map(snapshot.order)).toEqual([0, 1]);
  expect(snapshot.order(doc.createElement('p'))).toBe(-1);
  expect(snapshot.roots).toEqual([doc]);
});

describe('of what stands in what', () => {
  it.each([
    ['a', 'a', true],
    ['a', 'b', true],
    ['a', 'c', true],
    ['a', 'd', true],
    ['a', 'e', false],
    ['b', 'c', true],
    ['b', 'a', false],
    ['b', 'd', false],
    ['c', 'c', true],
    ['c', 'd', false],
    ['d', 'e', false],
    ['e', 'd', false],
  ])('%s holds %s: %s', (outer, inner, holds) => {
    const doc = pageOf(nested);
    const snapshot = takeSnapshot(doc);
    expect(snapshot.holds(byId(doc, outer), byId(doc, inner))).toBe(holds);
    expect(snapshot.within(byId(doc, outer)).includes(byId(doc, inner))).toBe(holds);
  });

  it('it knows the page itself, and nothing of another one', () => {
    const [doc, other] = [pageOf(nested), pageOf(nested)];
    const snapshot = takeSnapshot(doc);
    expect(snapshot.holds(doc.documentElement, byId(doc, 'e'))).toBe(true);
    expect(snapshot.holds(doc.documentElement, byId(other, 'e'))).toBe(false);
    expect(snapshot.holds(byId(other, 'a'), byId(doc, 'e'))).toBe(false);
    expect(snapshot.within(byId(other, 'a'))).toEqual([]);
    expect(snapshot.span(doc.documentElement)).toEqual([0, snapshot.elements.length]);
  });
});

describe('what is read, and what is not', () => {
  it.each([
    ['a script', '<script id="x"></script>'],
    ['a style', '<style id="x"></style>'],
    ['what is for browsers without scripts', '<noscript id="x"></noscript>'],
    ['a template', '<template id="x"><p id="y"></p></template>'],
    ['our own button', '<token-desk-copy id="x"><p id="y"></p></token-desk-copy>'],
    ['our own notice', '<token-desk-notice id="x"><p id="y"></p></token-desk-notice>'],
  ])('not %s', (_, html) => {
    expect(idsOf(takeSnapshot(pageOf(`<p id="a"></p>${html}<p id="b"></p>`)))).toEqual(['a', 'b']);
  });

  it.each(['div', 'span', 'section', 'article', 'main', 'h1', 'p', 'x-card'])(
    'the open shadow root of a %s, in place of its children',
    (tag) => {
      const doc = pageOf(`<${tag} id="host">outside</${tag}><p id="after"></p>`);
      const root = byId(doc, 'host').attachShadow({ mode: 'open' });
      root.innerHTML = 'inside<i id="in"></i>';
      const snapshot = takeSnapshot(doc);
      expect(idsOf(snapshot)).toEqual(['host', 'in', 'after']);
      expect(snapshot.roots).toEqual([doc, root]);
      expect(snapshot.texts[snapshot.order(byId(doc, 'host'))]).toBe('outsideinside');
      const inside = root.querySelector('i') as Element;
      expect(snapshot.holds(byId(doc, 'host'), inside)).toBe(true);
      expect(snapshot.holds(byId(doc, 'after'), inside)).toBe(false);
    },
  );
});

describe('a frame', () => {
  /** The ids read of a page with a `tag` that says, or refuses to say, which document it shows. */
  function idsWith(tag: string, answer: (inner: Document) => Document | null): string[] {
    const [doc, inner] = [pageOf('<p id="a"></p><p id="b"></p>'), pageOf('<p id="in"></p>')];
    const frame = doc.createElement(tag);
    Object.defineProperty(frame, 'contentDocument', { get: () => answer(inner) });
    byId(doc, 'b').before(frame);
    return idsOf(takeSnapshot(doc));
  }

  it.each([
    ['iframe', ['a', 'in', 'b']],
    ['frame', ['a', 'in', 'b']],
    ['object', ['a', 'b']],
    ['div', ['a', 'b']],
  ])('is read where it stands: %s', (tag, ids) => {
    expect(idsWith(tag, (inner) => inner)).toEqual(ids);
  });

  it('of another origin is not read, and keeps nothing else from being read', () => {
    const refused = () => {
      throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
    };
    expect(idsWith('iframe', refused)).toEqual(['a', 'b']);
    expect(idsWith('iframe', () => null)).toEqual(['a', 'b']);
  });
});

it('leaves out a form whose fields shadow its own properties, and no other', () => {
  const html = (tag: string) => `<${tag} id="f"><p id="in"></p><input name="matches"></${tag}><p id="b"></p>`;
  const ids = (tag: string, isShadowed: boolean) => {
    const doc = pageOf(html(tag));
    const form = byId(doc, 'f');
    if (isShadowed) Object.defineProperty(form, 'title', { value: form.firstElementChild, configurable: true });
    if (isShadowed) Object.defineProperty(form, 'children', { value: doc.querySelector('input'), configurable: true });
    return idsOf(takeSnapshot(doc));
  };
  expect(ids('form', true)).toEqual(['b']);
  expect(ids('form', false)).toEqual(['f', 'in', 'b']);
  expect(ids('section', false)).toEqual(['f', 'in', 'b']);
});

describe('the text of an element itself', () => {
  const long = 'x'.repeat(700);
  it.each([
    ['is what stands in it', '<p id="it"> one </p>', 'one'],
    ['has no text of what it holds', '<p id="it">one <b>two</b> three</p>', 'one  three'],
    ['is in its order', '<p id="it">one<b></b>two<i></i>three</p>', 'onetwothree'],
    ['has no comments', '<p id="it">one<!-- two --></p>', 'one'],
    ['may be none', '<p id="it"><b>two</b></p>', ''],
    ['is cut off where nobody would call it a name', `<p id="it">${long}</p>`, long.slice(0, 600)],
    ['is cut off after the white space before it', `<p id="it">   ${long}</p>`, long.slice(0, 600)],
  ])('%s', (_, html, text) => {
    const doc = pageOf(html);
    const { texts, order } = takeSnapshot(doc);
    expect([texts[order(byId(doc, 'it'))], ownText(byId(doc, 'it'))]).toEqual([text, text]);
  });
});

describe('where an element stands', () => {
  it.each([
    ['<div role="dialog"><p id="it"></p></div>', true, false],
    ['<div role="alertdialog"><b><p id="it"></p></b></div>', true, false],
    ['<div aria-modal="true"><p id="it"></p></div>', true, false],
    ['<div aria-modal="false"><p id="it"></p></div>', false, false],
    ['<dialog open><p id="it"></p></dialog>', true, false],
    ['<dialog id="it" open></dialog>', true, false],
    ...['nav', 'header', 'footer', 'aside'].map((tag): [string, boolean, boolean] => [
      `<${tag}><b><p id="it"></p></b></${tag}>`,
      false,
      true,
    ]),
    ...['navigation', 'banner', 'contentinfo', 'menu'].map((role): [string, boolean, boolean] => [
      `<div role="${role}"><p id="it"></p></div>`,
      false,
      true,
    ]),
    ['<nav><div role="dialog"><p id="it"></p></div></nav>', true, true],
    ['<main><p id="it"></p></main><nav></nav>', false, false],
    ['<div role="group"><p id="it"></p></div>', false, false],
  ])('%s', (html, isInDialog, isInFrame) => {
    const doc = pageOf(html);
    const snapshot = takeSnapshot(doc);
    const element = byId(doc, 'it');
    expect([snapshot.isInDialog(element), snapshot.isInFrame(element)]).toEqual([isInDialog, isInFrame]);
  });
});

describe('what is asked further', () => {
  it.each(['role', 'aria-modal', 'onclick', 'title', 'aria-label', 'aria-labelledby'])('is what has %s', (name) => {
    const doc = pageOf(`<b ${name}="x" id="a"></b><b id="b"></b>`);
    expect([...takeSnapshot(doc).marked]).toEqual([byId(doc, 'a')]);
  });

  it.each(['a', 'button', 'summary', 'nav'])('is each <%s>, of a document of any kind', (name) => {
    const doc = pageOf('<p id="p"></p>');
    const elements = [doc.createElement(name), doc.createElementNS('http://www.w3.org/2000/svg', name)];
    byId(doc, 'p').append(...elements);
    expect([...takeSnapshot(doc).marked]).toEqual(elements);
  });

  it.each(['DIV', 'div', 'SPAN', 'x-token'])('for a shadow root, is <%s>', (tag) => {
    expect(mayHost(tag)).toBe(true);
  });
  it.each(['A', 'td', 'INPUT'])('for a shadow root, is not <%s>', (tag) => {
    expect(mayHost(tag)).toBe(false);
  });
});

it('of no page is empty', () => {
  const { elements, texts, roots, leavesOut, marked } = emptySnapshot();
  expect([elements, texts, roots, leavesOut, [...marked]]).toEqual([[], [], [], false, []]);
});
