/** Beside what the notice stands: `data-box="left top right bottom"` is where an element of the page lies. */
import { beforeEach, expect, it, vi } from 'vitest';
import { Notice } from '../../../../lib/content/notice.ts';
import { noticeHost } from '../../../../lib/dashboard/snapshot.ts';

/** happy-dom's window, and a dialog in its midst with 100 px below it. */
const view = { width: 1_024, height: 768 };
const whole = 'data-box="0 0 1024 768"';
const panel = 'data-box="300 200 724 668"';
const row = 'data-box="300 600 724 640"';
const buttons = `<div ${row}><button id="confirm">Delete</button><button id="cancel">Cancel</button></div>`;
const fixed = 'style="position: fixed"';
const [below, belowRow] = ['676px', '648px'];
const size = { width: 300, height: 60 };

let box: HTMLElement;
beforeEach(() => {
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    vi.spyOn(root, 'append').mockImplementation((...parts) => {
      box = parts[1] as HTMLElement;
      for (const part of parts) root.appendChild(part as Node);
    });
    return root;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const edges =
      this === box ? `0 0 ${size.width} ${size.height}` : this.closest('[data-box]')?.getAttribute('data-box');
    const [left = 0, top = 0, right = 0, bottom = 0] = (edges ?? '').split(' ').map(Number);
    return { left, top, right, bottom, width: right - left, height: bottom - top } as DOMRect;
  });
  return () => document.body.replaceChildren();
});

/** Where the notice stands, its top edge, beside the dialog that `html` has. */
function topBeside(html: string): string {
  document.body.innerHTML = html;
  const [confirm, cancel] = ['confirm', 'cancel'].map((id) => document.getElementById(id)) as [
    HTMLElement,
    HTMLElement,
  ];
  const notice = new Notice(document);
  for (let times = 0; times < 2; times += 1) notice.keep('5 places', { confirm, cancel }, confirm);
  notice.remove();
  return box.style.top;
}

it.each<[string, string, string]>([
  ['a dialog of the browser’s', `<dialog open ${panel}>${buttons}</dialog>`, below],
  ['what says that it is one', `<div role="alertdialog" ${panel}><form>${buttons}</form></div>`, below],
  ['a box that lies over the page', `<div ${fixed} ${panel}>${buttons}</div>`, below],
  ['a box in a shade', `<div ${fixed} ${whole}><div ${panel}>${buttons}</div></div>`, below],
  [
    'a box in a shade that is called the dialog',
    `<div role="dialog" ${whole}><div ${panel}>${buttons}</div></div>`,
    below,
  ],
  ['buttons in a shade', `<div ${fixed} ${whole}>${buttons}</div>`, belowRow],
  ['buttons in the page', `<main ${whole}>${buttons}</main>`, belowRow],
])('stands below %s', (_, html, top) => {
  expect([innerWidth, innerHeight]).toEqual([view.width, view.height]);
  expect(topBeside(html)).toBe(top);
});

it('is not to be seen where it would lie over the buttons', () => {
  topBeside(
    `<dialog open ${whole}><div ${whole}><button id="confirm">Delete</button><i id="cancel"></i></div></dialog>`,
  );
  expect(box.style.visibility).toBe('hidden');
});

it('stays away once the page has taken it away', () => {
  document.body.innerHTML = buttons;
  const [confirm] = document.getElementsByTagName('button');
  const notice = new Notice(document);
  expect(confirm && notice.keep('5 places', null, confirm)).toBe(true);
  document.querySelector(noticeHost)?.remove();
  expect(confirm && notice.keep('5 places', null, confirm)).toBe(false);
  expect(document.querySelector(noticeHost)).toBeNull();
});
