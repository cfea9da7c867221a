/** Whose dashboard it is: the e-mail address, or else the name, that the page's own frame shows. */

import { composedParent } from './ancestry.ts';
import type { Control } from './controls.ts';
import { ownText, type Snapshot } from './snapshot.ts';

const email = /[^\s<>()"',;:]{1,64}@[^\s<>()"',;:]{1,120}\.[a-z]{2,24}/i;
/** The longest label shown, in characters. */
const longestLabel = 200;

/**
 * The signed-in person's e-mail address in the page's header or menu, else the first one on the page above
 * `before` (page order), else the name beside Sign out, or null. Free of direction and control characters.
 */
export function findAccountLabel(snapshot: Snapshot, controls: readonly Control[], before: number): string | null {
  return findEmail(snapshot, before) ?? nameBesideSignOut(snapshot, controls);
}

function findEmail(snapshot: Snapshot, before: number): string | null {
  let fallback: string | null = null;
  for (const [position, element] of snapshot.elements.entries()) {
    const text = ownText(element);
    const match = text.includes('@') ? email.exec(text) : null;
    if (!match || !snapshot.isShown(element)) continue;
    if (snapshot.isInFrame(element)) return cleanText(match[0]);
    if (position < before) fallback ??= cleanText(match[0]);
  }
  return fallback;
}

/** `Olivia Owner · Sign Out`: the text that stands with the control in one element of the page's frame. */
function nameBesideSignOut(snapshot: Snapshot, controls: readonly Control[]): string | null {
  const signOut = controls.find((control) => control.name === 'signOut' && snapshot.isInFrame(control.element));
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
