/** What happens on a scripted page besides its script: the person's hand, alerts here and there, outlines. */
import { expect } from 'vitest';
import type { ScriptedPage } from '../support/scripted-page.ts';

/** The person clicks `element`: what a test clicks is not trusted, and is said to be. */
export function click(element: Element | null | undefined): void {
  const target = element ?? expect.fail('there is nothing to click');
  const { MouseEvent: Click } = target.ownerDocument.defaultView as unknown as { MouseEvent: typeof MouseEvent };
  const event = new Click('click', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  target.dispatchEvent(event);
}

/** The page's own button called `name`. */
export function buttonOf(page: ScriptedPage, name: string): HTMLElement | undefined {
  return [...page.doc.querySelectorAll<HTMLElement>('main > button')].find((button) => button.textContent === name);
}

/** The page says `text` in a new alert, in a `tag` of its own at the end of what `where` selects. */
export function sayInside(page: ScriptedPage, where: string, text: string, tag = 'p'): void {
  const place = page.doc.querySelector(where) ?? expect.fail(`there is no ${where}`);
  const alert = page.doc.createElement('p');
  alert.setAttribute('role', 'alert');
  alert.textContent = text;
  const box = page.doc.createElement(tag);
  box.append(alert);
  place.append(box);
}

/** Gives the elements that are outlined when it is called. */
export function outlines(page: ScriptedPage): () => Element[] {
  const outlined: Element[] = [];
  const { prototype } = (page.doc.defaultView as unknown as { HTMLElement: typeof HTMLElement }).HTMLElement;
  prototype.animate = function animate(this: Element) {
    outlined.push(this);
    return { cancel: () => void outlined.splice(outlined.indexOf(this), 1) } as unknown as Animation;
  };
  return () => [...outlined];
}
