/**
 * What a changed page says its token is, decided without the driver. Reading any value but the token is false, with
 * one exception that is therefore never made: a page that shows another value as its token. Such a page has lost the
 * token, or hides it, and shows in its place one value that nothing names otherwise; no reader and no person could
 * tell. So wherever the token itself is not to be seen in its panel, `settle` takes out
 *  - the parts of a torn token that no longer stand together, and
 *  - values without a name, unless the page says where its token is, and it is not there: beside a mask, beside what
 *    is left of a torn token, or beside a label whose own value is hidden. Those pages must be unreadable.
 * The organisation's number without its label, and any value that has lost its name, is such a value, too. A value right
 * behind the token's own label is that label's value, whatever else was there: also one of the skin's own, as a stale
 * copy of the panel has, that was moved to where it is seen.
 */
import { isHidden, parentOf } from './hiding.ts';
import type { Scene } from './scene.ts';
import type { Role } from './words.ts';

/** Takes out of the page what would make it a lie. */
export function settle(scene: Scene): void {
  // Without the rest, which is gone by then, a piece that seemed whole is none any more.
  for (let torn = tornIn(scene); torn.length > 0; torn = tornIn(scene)) for (const piece of torn) piece.remove();
  if (showsToken(scene)) return;
  const claims = hasClaim(scene);
  const isLabelled = (value: HTMLElement) => follows(scene, value, 'label');
  const strays = [...scene.strays, ...nameless(scene)].filter((stray) => !claims || isLabelled(stray));
  const stale = scene.stale.filter((value) => !isHidden(scene, value) && isLabelled(value));
  for (const value of [...strays, ...stale]) value.remove();
  for (const id of scene.ids) if (!follows(scene, id, 'organisation')) id.remove();
}

const tornIn = (scene: Scene) => scene.pieces.filter((piece) => piece.isConnected && !isWhole(scene, piece));

/** Whether `piece` and what stands beside it make the token. */
function isWhole({ token }: Scene, piece: HTMLElement): boolean {
  return [piece, piece.parentElement].some((each) => each && textsIn(each).replace(/\s/g, '').includes(token));
}

/** The text of `element`, with what stands in its fields. */
function textsIn(element: Element): string {
  if (element.matches('input, textarea')) return (element as HTMLInputElement).value;
  const shown = [...element.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE);
  return shown
    .map((node) => (node.nodeType === Node.ELEMENT_NODE ? textsIn(node as Element) : (node.textContent ?? '')))
    .join('');
}

function showsToken(scene: Scene): boolean {
  return scene.liveHolders().some((holder) => {
    const isWhole =
      textOf(holder)
        .replace(/\p{Cf}/gu, '')
        .trim() === scene.token;
    // Behind the organisation's label it is shown as that.
    return isWhole && isInPanel(scene, holder) && !isHidden(scene, holder) && !follows(scene, holder, 'organisation');
  });
}

function textOf(holder: HTMLElement): string {
  return holder.matches('input, textarea') ? (holder as HTMLInputElement).value : (holder.textContent ?? '');
}

/** The values that had a name, and do not stand behind it any more. */
function nameless(scene: Scene): HTMLElement[] {
  const isNamed = (value: HTMLElement, name: HTMLElement) =>
    value.previousElementSibling === name && !isHidden(scene, name);
  return [...scene.named].filter(([value, name]) => !isNamed(value, name)).map(([value]) => value);
}

function isInPanel(scene: Scene, node: Node): boolean {
  for (let around: Node | null = node; around; around = parentOf(around)) if (around === scene.panel) return true;
  return false;
}

/** Whether the page shows where its token is, other than by showing it. */
function hasClaim(scene: Scene): boolean {
  const isThere = (element: Element) => element.isConnected && isInPanel(scene, element) && !isHidden(scene, element);
  const masks = scene.masks.filter(isFilled);
  if ([...masks, ...scene.pieces.filter(isSizable)].some(isThere)) return true;
  const hidden = scene.liveHolders().filter((holder) => isInPanel(scene, holder) && isFilled(holder));
  return hidden.some((holder) => follows(scene, holder, 'label'));
}

/** What a later change has emptied claims nothing any more. */
const isFilled = (element: HTMLElement) => textOf(element).trim() !== '';

/** A letter or two say nothing of a token. */
const isSizable = (piece: HTMLElement) => textOf(piece).length >= 4;

/** Whether the last text to be seen before `element` plays `role`. */
function follows(scene: Scene, element: Element, role: Role): boolean {
  const root = element.getRootNode();
  const walker = scene.doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = element;
  for (let node = walker.previousNode(); node; node = walker.previousNode()) {
    if ((node as Text).data.replace(/\P{L}/gu, '') === '' || isHidden(scene, node)) continue;
    // What is pressed names nothing.
    if (node.parentElement?.closest('button, a, [onclick]')) continue;
    return scene.plays(node as Text, role);
  }
  return false;
}
