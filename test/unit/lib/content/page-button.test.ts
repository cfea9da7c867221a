import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PageButton } from '../../../../lib/content/page-button.ts';
import { type PageReading, readPage } from '../../../../lib/dashboard/page.ts';
import { ownHost } from '../../../../lib/dashboard/snapshot.ts';
import { newToken } from '../support/pages.ts';

/** Nobody is ever seen by it: what is really visible is the browsers' matter. */
class NoLayout {
  observe() {}
  disconnect() {}
}

const token = newToken();
const controls = '<p><button>Regenerate</button><button>Delete</button></p>';
const shown = `<h1>API Token</h1><p id="value">${token}</p>${controls}`;
const inField = `<h1>API Token</h1><p><input id="value" readonly value="${token}"><i>after</i></p>${controls}`;
const hosts = () => [...document.querySelectorAll(ownHost)];

let end: AbortController;
let roots: ShadowRoot[];
beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', NoLayout);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key) => key);
  roots = [];
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  });
  end = new AbortController();
  return () => {
    end.abort();
    vi.unstubAllGlobals();
    document.body.replaceChildren();
  };
});

const read = (): PageReading => readPage(document, 200);
const made = () => new PageButton(document, read, end.signal);
/** Draws `html` and lets `button` see it. */
function draw(button: PageButton, html: string): void {
  document.body.innerHTML = html;
  button.show(read());
}

describe('the button', () => {
  it('stands in the block that holds the token', () => {
    draw(made(), shown);
    expect(hosts().map((host) => host.parentElement?.id)).toEqual(['value']);
  });

  it('stands right after a field that holds it', () => {
    draw(made(), inField);
    expect(hosts()).toHaveLength(1);
    expect(document.getElementById('value')?.nextSibling).toBe(hosts()[0]);
  });

  it('is there once, however often the page is looked at', () => {
    const button = made();
    draw(button, shown);
    const [host] = hosts();
    for (let looks = 0; looks < 5; looks += 1) button.show(read());
    expect(hosts()).toEqual([host]);
  });

  it.each([shown, inField])('leaves a page alone on which it already stands: case %#', (html) => {
    const button = made();
    draw(button, html);
    const changed = vi.fn<() => void>();
    const observer = new MutationObserver(changed);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    button.show(read());
    expect(observer.takeRecords()).toEqual([]);
    expect(changed).not.toHaveBeenCalled();
    observer.disconnect();
  });

  it('comes back when the page draws itself anew, and moves with the token', () => {
    const button = made();
    draw(button, shown);
    draw(button, shown);
    expect(hosts().map((host) => host.parentElement?.id)).toEqual(['value']);
    draw(button, inField);
    expect(document.getElementById('value')?.nextSibling).toBe(hosts()[0]);
  });

  it.each([
    ['without a token', '<h1>API Token</h1><button>Generate</button>'],
    ['with two tokens', `<h1>API Token</h1><p>${token}</p><p>${newToken()}</p>${controls}`],
    ['with a masked token', `<h1>API Token</h1><p>${'•'.repeat(16)}</p>${controls}`],
    ['of another kind', '<h1>Settings</h1>'],
  ])('goes on a page %s', (_, html) => {
    const button = made();
    draw(button, shown);
    draw(button, html);
    expect(hosts()).toEqual([]);
  });

  it('goes where the page stays and is no token page any more', () => {
    const button = made();
    draw(button, shown);
    document.querySelector('h1')?.remove();
    button.show(read());
    expect(hosts()).toEqual([]);
  });

  it('stands after a field that is a block, and not in it', () => {
    draw(made(), inField.replace('<input', '<input style="display: block"'));
    expect(document.getElementById('value')?.nextSibling).toBe(hosts()[0]);
  });

  it('takes away what a former script left', () => {
    document.body.innerHTML = `${shown}<${ownHost}></${ownHost}>`;
    made().show(read());
    expect(hosts().map((host) => host.parentElement?.id)).toEqual(['value']);
  });

  it('goes for good with its signal', () => {
    const button = made();
    draw(button, shown);
    end.abort();
    expect(hosts()).toEqual([]);
    draw(button, shown);
    expect(hosts()).toEqual([]);
  });

  it('does not change what the driver reads', () => {
    for (const html of [shown, inField]) {
      draw(made(), html);
      expect(read().report).toMatchObject({ kind: 'token', token });
    }
  });
});

describe('what the page sees of it', () => {
  it('is a closed box without a character of the token', () => {
    draw(made(), shown);
    expect(hosts()[0]?.shadowRoot).toBeNull();
    expect(hosts()[0]?.outerHTML).toBe(`<${ownHost}></${ownHost}>`);
    expect(roots[0]?.textContent).not.toContain(token.slice(0, 4));
    expect(roots[0]?.querySelector('[data-on]')?.textContent).toBe('pageCopy');
  });

  it('copies nothing on a click that no person made', async () => {
    const write = vi.fn<Clipboard['writeText']>();
    vi.stubGlobal('navigator', { clipboard: { writeText: write } });
    draw(made(), shown);
    roots[0]?.querySelector('button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(write).not.toHaveBeenCalled();
    expect(roots[0]?.querySelector('[data-on]')?.textContent).toBe('pageCopy');
  });

  it('is no click of its own', () => {
    const clicked = vi.fn<() => void>();
    draw(made(), `<div id="around">${shown}</div>`);
    document.getElementById('around')?.addEventListener('click', clicked);
    roots[0]?.querySelector('button')?.click();
    expect(clicked).not.toHaveBeenCalled();
  });
});
