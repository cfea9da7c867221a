/**
 * The quick-copy button beside the token. It shows a label and nothing of the token, in a closed root; it copies
 * what the page itself shows at the moment of the click, and only when a person really meant it.
 */
import { newElement, queryAll } from '../dashboard/dom.ts';
import type { PageReading } from '../dashboard/page.ts';
import { ownHost } from '../dashboard/snapshot.ts';
import { t } from '../i18n.ts';
import { later } from '../later.ts';
import { facesOf, trustedFamilies } from './borrowed-font.ts';
import { isAlive, reportCopy } from './outbox.ts';
import { dress, ownElement } from './own-element.ts';
import { type Meant, watchVisibility } from './really-visible.ts';

/** How long an outcome stands in the button before the label comes back (ms). */
const outcomeFor = 2_000;
/**
 * The page's own style sheet may not reach in: what must hold is marked so that it wins. Of what is inherited only
 * font and size are taken, and the colours are the system's: a page could blank the label by any of the others.
 */
const rules = [
  `:host { all: initial !important; display: inline-block !important; vertical-align: baseline !important;
    align-self: center !important; user-select: none !important; direction: ltr !important;
    unicode-bidi: isolate !important; color-scheme: inherit !important; font-family: inherit !important;
    font-size: inherit !important; }`,
  ':host::before, :host::after { content: none !important; }',
  // A page's `::first-line` stands between the host and it: no more than the size comes through.
  `button { all: initial; color-scheme: inherit; font: clamp(12px, 0.9em, 24px) / 1.4 system-ui; color: ButtonText; display: inline-grid; padding: 2px 10px;
    border: 1px solid color-mix(in srgb, ButtonText 35%, ButtonFace); border-radius: 4px; background: ButtonFace;
    cursor: pointer; }`,
  'button:hover { background: color-mix(in srgb, ButtonText 8%, ButtonFace); }',
  'button:focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }',
  // All labels share one cell: the button is as wide as the widest, and never jumps.
  'span { grid-area: 1 / 1; white-space: nowrap; text-align: center; visibility: hidden; }',
  'span[data-on] { visibility: visible; }',
];

type Label = 'pageCopy' | 'pageCopied' | 'pagePressKeys' | 'pageNotCopied' | 'pageRefresh';
const labels: readonly Label[] = ['pageCopy', 'pageCopied', 'pagePressKeys', 'pageNotCopied', 'pageRefresh'];

export class PageButton {
  private readonly page: Document;
  private readonly read: () => PageReading;
  private readonly signal: AbortSignal;
  private readonly host: HTMLElement;
  private readonly style: HTMLStyleElement;
  private readonly button: HTMLButtonElement;
  private readonly spans = new Map<Label, HTMLElement>();
  private readonly isMeant: Meant;
  private families = '';
  private revert: (() => void) | undefined;

  /** `read` gives what the page shows at the moment; `signal` takes the button away for good. */
  constructor(page: Document, read: () => PageReading, signal: AbortSignal) {
    this.page = page;
    this.read = read;
    this.signal = signal;
    this.host = ownElement(ownHost);
    this.style = newElement(page, 'style');
    this.button = this.build(this.host.attachShadow({ mode: 'closed' }));
    this.isMeant = watchVisibility(this.button, signal, () => this.borrowFont());
    signal.addEventListener('abort', () => this.host.remove());
  }

  /** Puts the one button beside the token of `reading`, or takes it away where there is none. */
  show({ page }: PageReading): void {
    if (this.signal.aborted || page.kind !== 'token') {
      this.host.remove();
      return;
    }
    for (const other of queryAll(this.page, ownHost)) if (other !== this.host) other.remove();
    const { element } = page.value;
    if (isBox(element)) {
      if (this.host.parentNode !== element) element.append(this.host);
    } else if (element.nextSibling !== this.host) {
      element.after(this.host);
    }
    this.dress();
  }

  private dress(): void {
    dress(this.style, rules);
    const parent = this.host.parentElement;
    const spaced = parent && Number.parseFloat(getComputedStyle(parent).columnGap) > 0;
    this.button.style.marginInline = spaced ? '0px' : '8px';
    this.borrowFont();
  }

  /** Takes the page's font as far as it is known to spell; true where it is still the same. */
  private borrowFont(): boolean {
    const families = trustedFamilies(facesOf(this.page), getComputedStyle(this.host).fontFamily);
    if (families === this.families) return true;
    this.families = families;
    this.button.style.fontFamily = families;
    return false;
  }

  private build(root: ShadowRoot): HTMLButtonElement {
    const button = newElement(this.page, 'button');
    button.type = 'button';
    button.setAttribute('aria-live', 'polite');
    for (const label of labels) {
      const span = newElement(this.page, 'span');
      span.textContent = t(label);
      this.spans.set(label, span);
      button.append(span);
    }
    root.append(this.style, button);
    this.say('pageCopy');
    button.addEventListener('click', (event) => void this.clicked(event), { signal: this.signal });
    return button;
  }

  private say(label: Label): void {
    for (const [each, span] of this.spans) {
      span.toggleAttribute('data-on', each === label);
      span.ariaHidden = each === label ? null : 'true';
    }
    this.revert?.();
    if (label !== 'pageCopy') this.revert = later(outcomeFor, () => this.say('pageCopy'));
  }

  private async clicked(event: MouseEvent): Promise<void> {
    event.stopPropagation();
    event.preventDefault();
    if (!event.isTrusted) return;
    // A click leaves no focus here: the key that somebody presses next is not meant for it.
    if (event.detail > 0) this.button.blur();
    if (!this.isMeant(event)) return this.say('pageNotCopied');
    if (!isAlive()) return this.say('pageRefresh');
    const { page, report } = this.read();
    if (page.kind !== 'token' || report.kind !== 'token') return this.say('pageNotCopied');
    try {
      await navigator.clipboard.writeText(report.token);
    } catch {
      return this.say(select(page.value.element) ? 'pagePressKeys' : 'pageNotCopied');
    }
    this.say('pageCopied');
    await reportCopy(report.token);
  }
}

/** A cell or block that holds the value as its text: the button goes into it, or it would stand on the next line. */
function isBox(element: HTMLElement): boolean {
  if (element.matches('input, textarea')) return false;
  return /^(block|list-item|table-cell|flex|grid)$/.test(getComputedStyle(element).display);
}

/** Selects the page's own value, so that the person's Ctrl+C copies it. */
function select(element: HTMLElement): boolean {
  if (element.matches('input, textarea')) {
    (element as HTMLInputElement).select();
    return true;
  }
  const selection = getSelection();
  selection?.selectAllChildren(element);
  return selection !== null;
}
