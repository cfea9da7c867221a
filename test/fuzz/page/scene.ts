/** One page under change: the drawn seed, the parts of it that matter, and the only right answer. */
import type { Random } from './random.ts';
import { type Role, roleOf } from './words.ts';

/** A drawn token page; its token and organisation ID are these words. */
export const tokenWord = 'TOKENTOKENTOKENTOKENTOKENTOKEN00';
export const orgWord = '9999888877776666';

export interface Seed {
  name: string;
  html: string;
}

/** What nothing can be put into without making a word, a button or a table of it into something else. */
const solid =
  'script, style, select, option, input, textarea, tr, table, tbody, svg, svg *, button, a, h1, h2, h3, h4, label, dt, ' +
  'th, code, samp, tt, b, i, font, span, pre, output, summary, [role="heading"], nav, nav *, iframe, dl, ul';

export class Scene {
  readonly doc: Document;
  readonly random: Random;
  /** The account has a token, and the page as it was drawn shows it. Else it offers to generate one. */
  readonly hasToken: boolean;
  /** The account's token: nothing else may ever be read. Where there is none, no page shows this one. */
  readonly token: string;
  readonly orgId: string;
  /** The smallest element that holds the token and Regenerate, or what is said in place of them, as it was drawn. */
  readonly panel: HTMLElement;
  /** Further panels, each as good as the first. */
  readonly twins: Node[] = [];
  /** What shows the token: fields with that value, elements with that text. */
  holders: HTMLElement[];
  /** What shows the organisation ID. */
  readonly ids: HTMLElement[];
  /** Values that are not the token and that nothing names. */
  readonly strays: HTMLElement[] = [];
  /** Values that are not the token, each with the element that names it. */
  readonly named = new Map<HTMLElement, HTMLElement>();
  /** Values that the skin itself has besides the token: a stale copy of the panel, the number of a build. */
  readonly stale: HTMLElement[] = [];
  /** Parts of a token that was torn. */
  readonly pieces: HTMLElement[] = [];
  /** What shows bullets in place of the token. */
  readonly masks: HTMLElement[] = [];
  /** What shows the token where no script can look. */
  readonly sealed: HTMLElement[] = [];
  /** What hides what is in it: the page itself does, or a change of it. */
  readonly hidden = new Set<Element>();
  readonly #roots = new Map<Element, ShadowRoot>();
  readonly #texts = new Map<Text, Role>();

  /** Draws `seed` in `doc`, in place of what was there. */
  constructor(doc: Document, seed: Seed, random: Random) {
    this.doc = doc;
    this.random = random;
    this.hasToken = seed.html.includes(tokenWord);
    this.token = tokenOf(random);
    this.orgId = random.text(16, '123456789');
    doc.documentElement.innerHTML = seed.html.replaceAll(tokenWord, this.token).replaceAll(orgWord, this.orgId);
    const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
    this.holders = this.all<HTMLInputElement>('input').filter(({ value }) => value === this.token);
    this.ids = this.all<HTMLInputElement>('input').filter(({ value }) => value === this.orgId);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) this.#note(node as Text);
    this.panel = this.hasToken ? this.#findPanel() : this.#findOffer();
    for (const element of this.all(unseen)) this.hidden.add(element);
  }

  #note(text: Text): void {
    const role = roleOf(text.data);
    if (role) this.#texts.set(text, role);
    const value = text.data.trim();
    if (value === this.token && text.parentElement) this.holders.push(text.parentElement);
    if (value === this.orgId && text.parentElement) this.ids.push(text.parentElement);
    const isOther = valueLike.test(value) && value !== this.token && value !== this.orgId;
    if (isOther && text.parentElement) this.stale.push(text.parentElement);
  }

  #findPanel(): HTMLElement {
    const [holder] = this.holders;
    const buttons = this.controls('regenerate');
    for (let element = holder?.parentElement; element; element = element.parentElement) {
      const around = element;
      if (buttons.some((button) => around.contains(button))) return around;
    }
    throw new Error('The seed has no panel.');
  }

  /** What is around Generate. */
  #findOffer(): HTMLElement {
    const [button] = [...this.controls('generate'), ...this.all('input[type="submit"]')];
    const around = (button?.closest('form') ?? button)?.parentElement;
    if (!around) throw new Error('The seed offers no token.');
    return around;
  }

  all<Kind extends Element = HTMLElement>(selector = 'body *'): Kind[] {
    // By the prototypes: the last change may have named an image `querySelectorAll`, or `body`.
    return [...Document.prototype.querySelectorAll.call(this.doc, selector)] as Kind[];
  }

  /** The texts that play `role` and are still on the page. */
  texts(role: Role): Text[] {
    return [...this.#texts].filter(([text, of]) => of === role && text.isConnected).map(([text]) => text);
  }

  /** Whether `text` plays `role`. */
  plays(text: Text, role: Role): boolean {
    return this.#texts.get(text) === role;
  }

  /** The buttons and links whose text plays `role`. */
  controls(role: Role): HTMLElement[] {
    const pressable = (text: Text) => text.parentElement?.closest<HTMLElement>('button, a, [role=button], [onclick]');
    return this.texts(role).flatMap((text) => pressable(text) ?? []);
  }

  /** What shows the token now. */
  liveHolders(): HTMLElement[] {
    return this.holders.filter(isThere);
  }

  /** Gives `host` a shadow root with `parts` in it, unless it has one, which may be closed to us. */
  shade(host: HTMLElement, mode: ShadowRootMode, ...parts: Node[]): void {
    if (this.#roots.has(host)) return;
    const root = host.attachShadow({ mode });
    root.append(...parts);
    // As browsers give it to extensions.
    if (mode === 'closed') Object.assign(host, { openOrClosedShadowRoot: root });
    this.#roots.set(host, root);
  }

  /** The page as it stands, shadow roots included. */
  html(): string {
    const [body] = this.all('body');
    if (!body) return '';
    return body.getHTML({ shadowRoots: [...this.#roots.values()] }).replace(/\s+/g, ' ');
  }

  /** A new element with `text` in it. */
  make(tag: string, text = ''): HTMLElement {
    const element = this.doc.createElement(tag);
    if (text) element.textContent = text;
    return element;
  }

  /** A copy of the panel; what is known of its parts is known of theirs. */
  copyOfPanel(): HTMLElement {
    const copy = this.panel.cloneNode(true) as HTMLElement;
    const [parts, copies] = [[...this.panel.querySelectorAll('*')], [...copy.querySelectorAll<HTMLElement>('*')]];
    const copyOf = (part: Element) => copies[parts.indexOf(part)];
    for (const list of [this.holders, this.ids, this.strays, this.pieces, this.masks]) {
      for (const part of [...list]) {
        const other = copyOf(part);
        if (other) list.push(other);
      }
    }
    for (const part of [...this.hidden]) {
      const other = copyOf(part);
      if (other) this.hidden.add(other);
    }
    this.#nameCopies(copyOf);
    this.noteCopies(copy);
    this.twins.push(copy);
    return copy;
  }

  /** What the texts of the panel are there for, those of its `copy` are there for, too. */
  noteCopies(copy: Node): void {
    const [texts, copies] = [this.panel, copy].map((root) => {
      const walker = this.doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
      return found;
    });
    for (const [at, text] of (texts ?? []).entries()) {
      const [role, other] = [this.#texts.get(text), copies?.[at]];
      if (role && other) this.#texts.set(other, role);
    }
  }

  #nameCopies(copyOf: (part: Element) => HTMLElement | undefined): void {
    for (const [value, name] of [...this.named]) {
      const [other, otherName] = [copyOf(value), copyOf(name)];
      if (other && otherName) this.named.set(other, otherName);
    }
  }

  /** Some box of the page's content, as pages put one more thing into. */
  box(): HTMLElement {
    return this.random.pick([this.doc.body, ...this.all(`body *:not(${solid})`)]);
  }

  /** Any element at all, however odd. */
  somewhere(): HTMLElement {
    return this.random.pick([this.doc.body, ...this.all('body *:not(script, style, select, option, input, textarea)')]);
  }
}

/** What the skins hide in their pages; what their style sheets hide is marked in its style. */
const unseen = '[hidden], dialog:not([open]), details:not([open]) > :not(summary), [style*="display: none"]';

/** Whether `node` is on the page. A frame that was moved has lost the document it had. */
export const isThere = (node: Node): boolean => node.isConnected && node.ownerDocument?.defaultView != null;

/** What may be taken for a token. */
const valueLike = /^(?=.*\d)[\w-]{12,}$/;

/** Mostly the shape that was seen, sometimes another: a changed format must still be read, and read right. */
function tokenOf(random: Random): string {
  if (random.chance(0.7)) return random.hex(32);
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  return `${random.text(1, '23456789')}${random.text(20 + random.below(40), random.chance(0.5) ? letters : `${letters}-_`)}7`;
}
