/** What a click on the page's button does, and what the button says of it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PageButton } from '../../../../lib/content/page-button.ts';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { ownHost } from '../../../../lib/dashboard/snapshot.ts';
import { newToken } from '../support/pages.ts';

const life = vi.hoisted(() => ({ meant: true, alive: true, told: [] as string[] }));
vi.mock('../../../../lib/content/really-visible.ts', () => ({ watchVisibility: () => () => life.meant }));
vi.mock('../../../../lib/content/outbox.ts', () => ({
  isAlive: () => life.alive,
  reportCopy: async (text: string) => void life.told.push(text),
}));

const token = newToken();
const controls = '<p><button>Regenerate</button><button>Delete</button></p>';
const shown = `<h1>API Token</h1><p id="value">${token}</p>${controls}`;
const field = (tag: string) => `<h1>API Token</h1><p>${tag}</p>${controls}`;
const input = field(`<input id="value" readonly value="${token}">`);
const textarea = field(`<textarea id="value" readonly>${token}</textarea>`);

let root: ShadowRoot;
let end: AbortController;
let write: ReturnType<typeof vi.fn<Clipboard['writeText']>>;
beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(life, { meant: true, alive: true, told: [] });
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key) => key);
  write = vi.fn<Clipboard['writeText']>(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText: write } });
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attachShadow.call(this, init);
    return root;
  });
  end = new AbortController();
  return () => {
    end.abort();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    document.body.replaceChildren();
  };
});

function draw(html: string): HTMLButtonElement {
  document.body.innerHTML = html;
  const read = () => readPage(document, 200);
  new PageButton(document, read, end.signal).show(read());
  return root.querySelector('button') as HTMLButtonElement;
}
/** The click of a person: an event that no script can make. */
async function click(button: HTMLButtonElement): Promise<Event> {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  button.dispatchEvent(event);
  await vi.advanceTimersByTimeAsync(0);
  return event;
}
const spans = () => [...root.querySelectorAll('span')];
const says = () => spans().filter((span) => span.hasAttribute('data-on'));
const label = () => says().map((span) => span.textContent);
const every = ['pageCopy', 'pageCopied', 'pagePressKeys', 'pageNotCopied', 'pageRefresh'];

describe('a click', () => {
  it.each([shown, input, textarea])('copies the token, and says so: case %#', async (html) => {
    const button = draw(html);
    const event = await click(button);
    expect(write.mock.calls).toEqual([[token]]);
    expect([label(), event.defaultPrevented]).toEqual([['pageCopied'], true]);
    expect(life.told).toEqual([token]);
  });

  it('copies what the page shows by then', async () => {
    const button = draw(shown);
    const next = newToken();
    const text = document.getElementById('value')?.firstChild as Text;
    text.data = next;
    await click(button);
    expect(write.mock.calls).toEqual([[next]]);
  });

  it.each<[string, () => void, string]>([
    ['that nobody can have meant', () => Object.assign(life, { meant: false }), 'pageNotCopied'],
    ['after an update of the extension', () => Object.assign(life, { alive: false }), 'pageRefresh'],
    ['where no token is to be seen any more', () => document.querySelector('h1')?.remove(), 'pageNotCopied'],
  ])('%s copies nothing, and says so', async (_, happens, said) => {
    const button = draw(shown);
    happens();
    await click(button);
    expect([write.mock.calls, life.told, label()]).toEqual([[], [], [said]]);
  });

  it('says that it has copied only when it has', async () => {
    let copied: () => void = () => undefined;
    write.mockReturnValue(new Promise((resolve) => (copied = resolve)));
    const button = draw(shown);
    await click(button);
    expect([label(), life.told]).toEqual([['pageCopy'], []]);
    copied();
    await vi.advanceTimersByTimeAsync(0);
    expect([label(), life.told]).toEqual([['pageCopied'], [token]]);
  });

  it('does nothing any more once the script has ended', async () => {
    const button = draw(shown);
    end.abort();
    await click(button);
    expect([write.mock.calls, label()]).toEqual([[], ['pageCopy']]);
  });
});

describe('where the browser does not let it copy', () => {
  beforeEach(() => {
    write.mockRejectedValue(new Error('NotAllowedError'));
  });

  it('selects the text, for the person’s own keys', async () => {
    const select = vi.fn<(node: Node) => void>();
    vi.stubGlobal('getSelection', () => ({ selectAllChildren: select }));
    await click(draw(shown));
    expect(select.mock.calls).toEqual([[document.getElementById('value')]]);
    expect([label(), life.told]).toEqual([['pagePressKeys'], []]);
  });

  it.each([input, textarea])('selects what is in the field: case %#', async (html) => {
    const button = draw(html);
    const select = vi.spyOn(document.getElementById('value') as HTMLInputElement, 'select');
    const others = vi.fn<() => null>(() => null);
    vi.stubGlobal('getSelection', others);
    await click(button);
    expect(select).toHaveBeenCalledOnce();
    expect(others).not.toHaveBeenCalled();
    expect(label()).toEqual(['pagePressKeys']);
  });
});

describe('what it says', () => {
  it('stands for two seconds, and then the label comes back', async () => {
    await click(draw(shown));
    await vi.advanceTimersByTimeAsync(1_999);
    expect(label()).toEqual(['pageCopied']);
    await vi.advanceTimersByTimeAsync(1);
    expect(label()).toEqual(['pageCopy']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stands two seconds from the last click', async () => {
    const button = draw(shown);
    await click(button);
    await vi.advanceTimersByTimeAsync(1_500);
    life.meant = false;
    await click(button);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(label()).toEqual(['pageNotCopied']);
  });

  it('is one label for eyes and for a screen reader, which is told of the change', async () => {
    const button = draw(shown);
    await click(button);
    expect(spans().map((span) => span.textContent)).toEqual(every);
    expect(spans().map((span) => span.ariaHidden)).toEqual(
      every.map((each) => (each === 'pageCopied' ? null : 'true')),
    );
    expect([button.type, button.getAttribute('aria-live')]).toEqual(['button', 'polite']);
  });
});

describe('where it stands', () => {
  it.each<[string, boolean]>([
    ['block', true],
    ['list-item', true],
    ['table-cell', true],
    ['flex', true],
    ['grid', true],
    ['inline', false],
    ['inline-block', false],
    ['inline-flex', false],
  ])('beside a token in %s', (display, inside) => {
    // happy-dom does not know all of them.
    vi.stubGlobal('getComputedStyle', () => ({ display, columnGap: 'normal' }));
    draw(`<h1>API Token</h1><div><span id="value">${token}</span></div>${controls}`);
    const host = document.querySelector(ownHost);
    const value = document.getElementById('value');
    expect([host?.parentElement === value, value?.nextSibling === host]).toEqual([inside, !inside]);
  });

  it.each([
    ['display: block', '8px'],
    ['display: flex; column-gap: 12px', '0px'],
    ['display: flex; column-gap: 0px', '8px'],
  ])('keeps its distance where the page gives none: %s', (style, margin) => {
    const button = draw(`<h1>API Token</h1><div style="${style}"><input readonly value="${token}"></div>${controls}`);
    expect(button.style.marginInline).toBe(margin);
  });

  it('has its style sheet each time it comes back, once', () => {
    document.body.innerHTML = shown;
    const read = () => readPage(document, 200);
    const button = new PageButton(document, read, end.signal);
    const rules = () => root.querySelector('style')?.sheet?.cssRules.length;
    button.show(read());
    const first = rules();
    expect(first).toBeGreaterThan(0);
    button.show(read());
    expect(rules()).toBe(first);
    document.body.innerHTML = shown;
    button.show(read());
    expect(rules()).toBe(first);
  });
});
