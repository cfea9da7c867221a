/** Whose dashboard it is: the e-mail address, or else the name, that the page's own frame shows. */

import { composedParent } from './ancestry.ts';
import type { Control } from './controls.ts';
import { ownText, type Snapshot } from './snapshot.ts';

const email = /[^\s<>()"',;:]{1,64}@[^\s<>()"',;:]{1,120}\.[a-z]{2,24}/i;
/** The longest label shown, in characters. */
const longestLabel = 200;

/**
 * The signed-in person's e-mail address in the page's header or menu, else the first one on the page above
 * `before` (page order), else the name beside Sign out, or null. An address that stands alone goes before one in a
 * sentence, and what an aside or a footer says is of others. Free of direction and control characters.
 */
export function findAccountLabel(snapshot: Snapshot, controls: readonly Control[], before: number): string | null {
  return findEmail(snapshot, before) ?? nameBesideSignOut(snapshot, controls);
}

function findEmail(snapshot: Snapshot, before: number): string | null {
  let best = { address: null as string | null, rank: -1 };
  for (let position = 0; position < snapshot.elements.length; position += 1) {
    const text = snapshot.texts[position] ?? '';
    const address = emailIn(text);
    if (address === null) continue;
    const element = snapshot.elements[position] as Element;
    const rank = rankOf(snapshot.isInFrame(element), position < before, address === text || isAlone(text));
    // A list of agents has thousands of addresses: whether they are shown is asked of none but the first.
    if (rank > best.rank && !element.closest(ofOthers) && snapshot.isShown(element)) best = { address, rank };
  }
  return best.address;
}

/** The higher, the likelier an address is the signed-in person's; -1: it is not. */
function rankOf(isInFrame: boolean, isBefore: boolean, standsAlone: boolean): number {
  if (!isInFrame && !isBefore) return -1;
  return (isInFrame ? 2 : 0) + (standsAlone ? 1 : 0);
}

/** Places that speak of visitors and agents as well. */
const ofOthers = 'aside, footer, [role="complementary" i], [role="contentinfo" i]';

/** Whether `text` is an address and perhaps the arrow of a menu, and no sentence that holds one. */
const isAlone = (text: string) => !/[\p{L}\p{N}]/u.test(text.replace(email, ''));

function emailIn(text: string): string | null {
  const match = text.includes('@') ? email.exec(text) : null;
  return match && cleanText(match[0]);
}

/** `Olivia Owner · Sign Out`: the text that stands with the control in one element of the page's frame. */
function nameBesideSignOut(snapshot: Snapshot, controls: readonly Control[]): string | null {
  const signOut = controls.find(
    ({ name, element }) => name === 'signOut' && snapshot.isInFrame(element) && snapshot.isShown(element),
  );
  const parent = signOut && composedParent(signOut.element);
  const name = parent ? cleanText(ownText(parent)).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, '') : '';
  return name.length > 1 ? name : null;
}

/** `text` as one line of at most 200 characters without control and direction characters. */
export function cleanText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, longestLabel);
}
