/**
 * What a changed page says its token is, decided without the driver. Reading any value but the token is false, with
 * one exception that is therefore never made: a page that shows another value as its token. Such a page has lost the
 * token, or hides it, and shows in its place one value that nothing names otherwise; no reader and no person could
 * tell. So wherever the token itself is not to be seen in its panel, `settle` takes out of the panel, and from right
 * under its title, what can be seen of
 *  - the parts of a torn token that no longer stand together, and
 *  - values without a name, unless the page says where its token is, and it is not there: beside a mask, beside what
 *    is left of a torn token, beside one where no script can look, or beside a label whose own value is hidden. Those
 *    pages must be unreadable.
 * What is hidden, or stands elsewhere on the page, stays: reading that is always false. Any value that has lost its
 * name has none. A value right behind the token's own label is that label's value, whatever else was there: also one of
 * the skin's own, as a stale copy of the panel has, that was moved to where it is seen.
 */
import { isHidden, parentOf } from './hiding.ts';
import { isThere, type Scene } from './scene.ts';
import type { Role } from './words.ts';

/** Takes out of the page what would make it a lie. */
export function settle(scene: Scene): void {
  if (showsToken(scene)) return;
  // Without the rest, which is gone by then, a piece that seemed whole is none any more.
  for (let torn = tornIn(scene); torn.length > 0; torn = tornIn(scene)) for (const piece of torn) piece.remove();
  const claims = hasClaim(scene);
  const isPlaced = (value: HTMLElement) => isInPanel(scene, value) || follows(scene, value, 'title');
  const isInPlace = (value: HTMLElement) => follows(scene, value, 'label') || (!claims && isPlaced(value));
  const others = [...scene.strays, ...nameless(scene)].filter(isInPlace);
  const stale = scene.stale.filter((value) => follows(scene, value, 'label'));
  for (const value of [...others, ...stale]) if (!isHidden(scene, value)) value.remove();
}

/**
 * Whether the page shows the token, or says where it is: then it does not say that there is none. A label alone, with
 * nothing to be done about its value, says no such thing beside Generate; nor does what was moved into a menu, or onto
 * something that is pressed: nobody looks for the token there.
 */
export function saysToken(scene: Scene): boolean {
  if (isAside(scene.panel)) return false;
  // A button in a button makes one of the two into something else.
  const controls = [...scene.controls('regenerate'), ...scene.controls('delete')].filter(
    (control) => !control.querySelector('button, a'),
  );
  return showsToken(scene) || (hasClaim(scene) && controls.some((control) => isInSight(scene, control)));
}

/** Whether `node` stands in the page's frame, or on what is pressed. */
function isAside(node: Node): boolean {
  for (let around: Node | null = node; around; around = parentOf(around))
    if ((around as Partial<Element>).matches?.('nav, header, footer, aside, a, button')) return true;
  return false;
}

const tornIn = (scene: Scene) => scene.pieces.filter((piece) => isInSight(scene, piece) && !isWhole(scene, piece));

/** Whether a person sees `element` in the token's panel. */
const isInSight = (scene: Scene, element: Element) =>
  isThere(element) && isInPanel(scene, element) && !isHidden(scene, element);

/** Whether `piece` and what stands beside it make the token. */
function isWhole(scene: Scene, piece: HTMLElement): boolean {
  const isAll = (text: string) => text.replace(/\s/g, '').includes(scene.token);
  return [piece, piece.parentElement].some((each) => each && isAll(textsIn(scene, each)));
}

/** The text of `element` that is not hidden, with what stands in its fields: half a token is none, without the other. */
function textsIn(scene: Scene, element: Element): string {
  if (scene.hidden.has(element)) return '';
  if (element.matches('input, textarea')) return (element as HTMLInputElement).value;
  const shown = [...element.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE);
  return shown
    .map((node) => (node.nodeType === Node.ELEMENT_NODE ? textsIn(scene, node as Element) : (node.textContent ?? '')))
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
  for (let around: Node | null = node; around; around = parentOf(around))
    if (around === scene.panel || scene.twins.includes(around)) return true;
  return false;
}

/** Whether the page shows where its token is, other than by showing it. */
function hasClaim(scene: Scene): boolean {
  const masks = scene.masks.filter(isFilled);
  if ([...masks, ...scene.sealed, ...scene.pieces.filter(isSizable)].some((element) => isInSight(scene, element)))
    return true;
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
