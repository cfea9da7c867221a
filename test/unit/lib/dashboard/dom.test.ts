/** What nodes are asked, and how: past what a page puts in the way, and where exactly a text stands. */
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as dom from '../../../../lib/dashboard/dom.ts';
import { pageOf } from '../support/pages.ts';

const byId = (doc: Document, id: string) => doc.getElementById(id) ?? expect.fail(`there is no ${id}`);

/** Puts an image of the page's own in the place of each of the document's `names`; returns what undoes it. */
function clobber(doc: Document, ...names: string[]): () => void {
  const image = doc.createElement('img');
  for (const name of names) Object.defineProperty(doc, name, { value: image, configurable: true });
  return () => {
    for (const name of names) Reflect.deleteProperty(doc, name);
  };
}

describe('a document whose properties are shadowed', () => {
  it('still finds, makes and hears', () => {
    const doc = pageOf('<p id="a"></p><p></p>');
    const names = ['querySelectorAll', 'getElementById', 'createElement', 'addEventListener', 'nodeType'];
    const undo = clobber(doc, ...names);
    expect(dom.queryAll(doc, 'p')).toHaveLength(2);
    expect(dom.elementById(doc, 'a')?.tagName).toBe('P');
    expect(dom.elementById(doc, 'none')).toBeNull();
    expect(dom.newElement(doc, 'mark').tagName).toBe('MARK');
    expect(dom.isDocument(doc)).toBe(true);
    const heard = vi.fn();
    dom.listenTo(doc, 'visibilitychange', heard, {});
    undo();
    doc.dispatchEvent(new Event('visibilitychange'));
    expect(heard).toHaveBeenCalledOnce();
  });

  it('is heard until the signal', () => {
    const doc = pageOf('');
    const [heard, end] = [vi.fn(), new AbortController()];
    dom.listenTo(doc, 'visibilitychange', heard, { signal: end.signal });
    end.abort();
    doc.dispatchEvent(new Event('visibilitychange'));
    expect(heard).not.toHaveBeenCalled();
  });
});

it('finds what stands in a shadow root, and there alone', () => {
  const doc = pageOf('<p></p><div id="host"></div>');
  const root = byId(doc, 'host').attachShadow({ mode: 'open' });
  root.innerHTML = '<p></p><p></p>';
  expect([dom.queryAll(root, 'p').length, dom.queryAll(doc, 'p').length]).toEqual([2, 1]);
  expect(dom.rootOf(root.firstChild as Node)).toBe(root);
  expect(dom.rootOf(byId(doc, 'host'))).toBe(doc);
});

it('tells documents, elements and texts apart', () => {
  const doc = pageOf('<p id="a">text<!-- --></p>');
  const kinds = (node: Node) => [dom.isDocument(node), dom.isElement(node), dom.isText(node)];
  const [text, comment] = [...byId(doc, 'a').childNodes] as [Text, Comment];
  expect(kinds(doc)).toEqual([true, false, false]);
  expect(kinds(byId(doc, 'a'))).toEqual([false, true, false]);
  expect(kinds(text)).toEqual([false, false, true]);
  expect(kinds(comment)).toEqual([false, false, false]);
});

it.each([
  ['one', '<p id="a">one</p>', 'one', 'one'],
  ['several', '<p id="a">one<b>two</b>three</p>', 'one', 'three'],
  ['white space around', '<p id="a"> <b>x</b>one<b>two</b>three<b>x</b>\n</p>', 'one', 'three'],
  ['white space in them', '<p id="a"> one <b>two</b> three </p>', ' one ', ' three '],
  ['white space alone', '<p id="a"> <b>two</b> </p>', undefined, undefined],
  ['none', '<p id="a"><b>two</b></p>', undefined, undefined],
])('the first and the last text of an element itself: %s', (_, html, first, last) => {
  const element = byId(pageOf(html), 'a');
  expect(dom.ownTextOf(element)?.data).toBe(first);
  expect(dom.ownTextOf(element, dom.lastChildOf, dom.previousSiblingOf)?.data).toBe(last);
});

describe('where the text of an element stands', () => {
  /** What the range holds whose box is asked for, and the range as it is left. */
  function boxes(html: string) {
    const doc = pageOf(html);
    const { prototype } = (doc.defaultView as unknown as { Range: typeof Range }).Range;
    const asked: string[] = [];
    let last: Range | null = null;
    prototype.getBoundingClientRect = function measure(this: Range) {
      last = this;
      asked.push(this.toString());
      return { left: asked.length } as DOMRect;
    };
    return { doc, asked, range: () => last };
  }

  it.each([
    ['its own text alone', '<p id="a"><b>before</b> one <b>two</b> three <b>after</b></p>', ' one two three '],
    ['one text', '<p id="a"><b>before</b>one<b>after</b></p>', 'one'],
    ['all that it holds, where it has no text itself', '<p id="a"><b>two</b> <i>three</i></p>', 'two three'],
  ])('is where %s stands', (_, html, text) => {
    const { doc, asked } = boxes(html);
    expect(dom.contentBoxOf(byId(doc, 'a'))).toEqual({ left: 1 });
    expect(asked).toEqual([text]);
  });

  it('is asked by one range for each page, which lies on none of its elements afterwards', () => {
    const { doc, asked, range } = boxes('<p id="a">one</p><p id="b">two</p>');
    dom.contentBoxOf(byId(doc, 'a'));
    const first = range();
    expect([first?.startContainer, first?.startOffset, first?.collapsed]).toEqual([doc, 0, true]);
    dom.contentBoxOf(byId(doc, 'b'));
    expect(range()).toBe(first);
    expect([first?.endContainer, first?.collapsed]).toEqual([doc, true]);
    expect(asked).toEqual(['one', 'two']);
  });
});

it('a closed shadow root is not asked for where the extension is gone', () => {
  const ask = vi.spyOn(fakeBrowser.dom, 'openOrClosedShadowRoot');
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  ask.mockReturnValue(root);
  expect(dom.anyRootOf(host)).toBe(root);
  ask.mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(dom.anyRootOf(host)).toBe(null);
});
