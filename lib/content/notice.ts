/**
 * A notice in the page, beside its dialog: a sentence of ours in a closed root, on top of everything. It takes no click,
 * and holds no name and no character of the token.
 */
import { ancestry } from '../dashboard/ancestry.ts';
import type { PageDialog } from '../dashboard/dialog.ts';
import { documentElementOf, newElement, ownerDocumentOf, queryAll, viewOf } from '../dashboard/dom.ts';
import { dialogs, noticeHost } from '../dashboard/snapshot.ts';
import { styleOf } from '../dashboard/visible.ts';
import { type DialogBoxes, noticeSpot, type Size } from './notice-spot.ts';
import { dress, ownElement } from './own-element.ts';

/** The page's own style sheet may not reach in, and the colours are the system's: as with the button. */
const rules = [
  `:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important;
    display: block !important; overflow: visible !important; z-index: 2147483647 !important;
    pointer-events: none !important; user-select: none !important; direction: ltr !important;
    unicode-bidi: isolate !important; color-scheme: inherit !important; }`,
  ':host::before, :host::after { content: none !important; }',
  `div { all: initial; position: fixed; box-sizing: border-box; max-width: min(360px, calc(100vw - 16px));
    padding: 8px 12px; border: 1px solid color-mix(in srgb, CanvasText 35%, Canvas); border-radius: 6px;
    background: Canvas; color: CanvasText; color-scheme: inherit; font: 13px / 1.4 system-ui; pointer-events: none; }`,
  'div:empty { visibility: hidden; }',
];

export class Notice {
  private readonly host = ownElement(noticeHost);
  private readonly style: HTMLStyleElement;
  private readonly box: HTMLElement;
  /** The dialog that the notice was put on top of; undefined: it is not up. */
  private under: PageDialog | null | undefined;

  /** A notice for `page`; takes away what a former script may have left there. */
  constructor(page: Document) {
    for (const left of queryAll(page, noticeHost)) left.remove();
    this.host.setAttribute('popover', 'manual');
    this.style = newElement(page, 'style');
    this.box = newElement(page, 'div');
    this.box.setAttribute('role', 'status');
    this.host.attachShadow({ mode: 'closed' }).append(this.style, this.box);
  }

  /** It was put up, and not taken away again. */
  get isUp(): boolean {
    return this.under !== undefined;
  }

  /**
   * Keeps `text` beside `dialog`, or where there is none at the lower edge of the window that `control` is in. To be
   * called again and again: at the first time the region comes, without text, for a screen reader to know it by then.
   * False: the page has taken the notice away.
   */
  keep(text: string, dialog: PageDialog | null, control: Element): boolean {
    const isFirst = !this.isUp;
    const doc = ownerDocumentOf(dialog?.confirm ?? control);
    if (isFirst) documentElementOf(doc)?.append(this.host);
    if (!this.host.isConnected) return false;
    dress(this.style, rules);
    if (this.under !== dialog) this.raise(dialog);
    if (isFirst) return true;
    // Said once: a screen reader is told of each change.
    if (this.box.textContent !== text) this.box.textContent = text;
    this.place(viewOf(doc), dialog);
    return true;
  }

  remove(): void {
    this.under = undefined;
    this.host.remove();
    this.box.textContent = '';
  }

  /** What comes into the top layer last lies on top there. */
  private raise(dialog: PageDialog | null): void {
    this.under = dialog;
    this.host.togglePopover?.(false);
    this.host.togglePopover?.(true);
  }

  private place(view: Window | null, dialog: PageDialog | null): void {
    const size = { width: view?.innerWidth ?? 0, height: view?.innerHeight ?? 0 };
    const spot = noticeSpot(boxOf(this.box), size, dialog && boxesOf(dialog, size));
    const { style } = this.box;
    style.visibility = spot ? 'visible' : 'hidden';
    if (spot) Object.assign(style, { left: `${spot.left}px`, top: `${spot.top}px` });
  }
}

function boxesOf({ confirm, cancel }: PageDialog, view: Size): DialogBoxes {
  const around = new Set(ancestry(cancel));
  const shared = [...ancestry(confirm)].filter((element) => around.has(element));
  const outer = shared.findIndex(isOverPage);
  // What lies over the whole page is a shade, whatever the markup says; the dialog is in it.
  const over = shared[outer];
  const panel = over && isWhole(boxOf(over), view) ? shared[outer - 1] : over;
  return {
    panel: panel ? boxOf(panel) : null,
    row: boxOf(shared[0] ?? confirm),
    buttons: [confirm, cancel].map(boxOf),
  };
}

const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

function isOverPage(element: Element): boolean {
  return element.matches(dialogs) || /fixed|absolute/.test(styleOf(element)?.position ?? '');
}

const isWhole = (box: Size, view: Size) => box.width >= view.width * 0.9 && box.height >= view.height * 0.9;
