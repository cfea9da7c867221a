/** One page under change: the parsed seed, the elements that matter in it, and the only right answer. */
import type { Random } from './random.ts';

/** A drawn token page; its token and organisation ID are these words. */
export const tokenWord = 'TOKENTOKENTOKENTOKENTOKENTOKEN00';
export const orgWord = '9999888877776666';

export interface Seed {
  name: string;
  html: string;
}

export class Scene {
  readonly doc: Document;
  readonly random: Random;
  /** The account's token: nothing else may ever be read. */
  readonly token: string;
  readonly orgId: string;

  constructor(seed: Seed, random: Random) {
    this.random = random;
    this.token = tokenOf(random);
    this.orgId = random.text(16, '123456789');
    const html = seed.html.replaceAll(tokenWord, this.token).replaceAll(orgWord, this.orgId);
    this.doc = new DOMParser().parseFromString(html, 'text/html');
  }

  all(selector = 'body *'): Element[] {
    return [...this.doc.querySelectorAll(selector)];
  }

  /** What shows the token: fields with that value, elements with that text of their own, hidden copies left out. */
  holders(): Element[] {
    return this.all().filter((element) =>
      element.tagName === 'INPUT'
        ? (element as HTMLInputElement).value === this.token
        : element.childElementCount === 0 && element.textContent?.trim() === this.token,
    );
  }

  /** Buttons and links whose text is one of `names` (lower case). */
  controls(names: readonly string[]): HTMLElement[] {
    return this.all('button, a, input[type=submit], input[type=button], [role=button], span[onclick]').filter(
      (element) => names.includes(labelOf(element)),
    ) as HTMLElement[];
  }

  /** A new element with `text` in it. */
  make(tag: string, text = ''): HTMLElement {
    const element = this.doc.createElement(tag);
    element.textContent = text;
    return element;
  }

  /** Some element of the page's content. */
  somewhere(): Element {
    return this.random.pick(
      this.all('body, body *:not(script, style, select, option, input, textarea, tr, table, tbody)'),
    );
  }

  /** The smallest element that holds the token and a Regenerate. */
  panel(): Element | null {
    const [holder] = this.holders();
    const buttons = this.controls(['regenerate', 'regenerate »']);
    for (let element = holder?.parentElement ?? null; element; element = element.parentElement) {
      if (buttons.some((button) => element?.contains(button))) return element;
    }
    return null;
  }
}

function labelOf(element: Element): string {
  const text = element.tagName === 'INPUT' ? (element as HTMLInputElement).value : (element.textContent ?? '');
  return text
    .replace(/[^\p{L}» ]/gu, '')
    .trim()
    .toLowerCase();
}

/** Mostly the shape that was seen, sometimes another: a changed format must still be read, and read right. */
function tokenOf(random: Random): string {
  if (random.chance(0.7)) return random.hex(32);
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  return `${random.text(1, '23456789')}${random.text(20 + random.below(40), random.chance(0.5) ? letters : `${letters}-_`)}7`;
}
