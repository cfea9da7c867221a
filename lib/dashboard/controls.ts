/** What can be pressed on a page, by name. */

import { composedParent, nearestOf } from './ancestry.ts';
import { isClobbered } from './clobbered.ts';
import {
  elementById,
  firstChildOf,
  isDocument,
  isElement,
  isText,
  nextSiblingOf,
  rootOf,
  shadowRootOf,
  tagNameOf,
  textContentOf,
} from './dom.ts';
import { type ControlName, controlNameOf } from './labels.ts';
import { longestName } from './limits.ts';
import type { Snapshot } from './snapshot.ts';
import { styleOf } from './visible.ts';

export interface Control {
  name: ControlName;
  element: HTMLElement;
  /** It stands inside a dialog, as far as the markup says so. */
  inDialog: boolean;
}

const pressable =
  'button, a, summary, input[type="button" i], input[type="submit" i], input[type="image" i], ' +
  '[role="button" i], [role="link" i], [role="menuitem" i], [role="treeitem" i], [role="tab" i], [onclick]';
/** Cheap look before the careful one: the stems of every name in labels.ts, or anything that is not plain ASCII. */
const stems =
  /[^\x20-\x7e]|gener|erzeug|erneu|erstell|cre[aé]|delet|remov|entfern|revo|widerr|elimin|borr|suppr|exclu|apag|cri|gerar|cancel|abbrech|annul|cop[iy]|kop|sign|log|a[bn]meld|sess|sesi|connect|entrar|sair|api|token|jeton|account|konto|cuenta|compte|conta|menu|@/i;

/** All controls with a name we know, each once, in page order; whether a person sees them is not asked yet. */
export function findControls(snapshot: Snapshot): Control[] {
  const seen = new Set<Element>();
  const controls: Control[] = [];
  const nearestPressable = nearestOf(snapshot.marked, pressable);
  for (let at = 0; at < snapshot.elements.length; at += 1) {
    const element = snapshot.elements[at] as Element;
    const text = snapshot.texts[at] ?? '';
    if (!isNameLike(text) && !(snapshot.marked.has(element) && hasHint(element))) continue;
    const target = (nearestPressable(element) as HTMLElement | null) ?? pointerTarget(element, text);
    if (!target || seen.has(target)) continue;
    seen.add(target);
    const name = controlNameOf(accessibleName(target));
    if (name) controls.push({ name, element: target, inDialog: snapshot.isInDialog(target) });
  }
  return controls;
}

const isNameLike = (text: string) => text !== '' && text.length <= longestName && stems.test(text);

function hasHint(element: Element): boolean {
  const hint = element.getAttribute('aria-label') ?? element.getAttribute('title');
  if (hint && stems.test(hint)) return true;
  if (tagNameOf(element) === 'INPUT' && stems.test((element as HTMLInputElement).value)) return true;
  return element.hasAttribute('aria-labelledby');
}

/** Whether the part of the page that `element` stands for is shown already. */
export const isOpened = (element: Element): boolean =>
  element.matches('[aria-expanded="true" i], [aria-selected="true" i]');

/** `element`, or what it alone fills, where it has a name we know and looks pressable though it is no button. */
function pointerTarget(element: Element, text: string): HTMLElement | null {
  const known = controlNameOf(text) !== null;
  return known && styleOf(element)?.cursor === 'pointer' ? outermostPointer(element as HTMLElement) : null;
}

function outermostPointer(element: HTMLElement): HTMLElement {
  const parent = composedParent(element);
  const wraps = parent && textContentOf(parent)?.trim() === textContentOf(element)?.trim();
  return wraps && styleOf(parent)?.cursor === 'pointer' ? outermostPointer(parent as HTMLElement) : element;
}

/**
 * Whether `element` is made to be pressed for what it does: a button, or a link that leads nowhere by itself. Rows and
 * links that lead to a page are called after what they lead to, which may be what somebody has written.
 */
export function isButton(element: Element): boolean {
  return element.matches(buttons) || (element.matches('a') && !/^[/\w]/.test(addressOf(element)));
}

const buttons =
  'button, input, summary, [role="button" i], a[data-method], a[data-confirm], a[data-toggle], ' +
  'a[class*="btn" i], a[class*="button" i], [onclick]:not(tr, td, li)';

function addressOf(link: Element): string {
  const address = link.getAttribute('href')?.trim() ?? '';
  return /^javascript:/i.test(address) ? '' : address;
}

/**
 * Whether `element`, which is no button, stands as one may: not in a list of what can be pressed and is called as somebody
 * likes, but beside nothing with a name that only looks pressable and is not one of `controls`, too.
 */
export function isLikeButton(element: Element, controls: readonly Control[]): boolean {
  const isControl = (child: Element) =>
    controls.some(({ name, element: known }) => name !== 'apiToken' && child.contains(known));
  const isOther = (child: Element) =>
    styleOf(child)?.cursor === 'pointer' &&
    !isControl(child) &&
    !isDecoration(child) &&
    !child.matches('a, button, input') &&
    /\p{L}|\S{4}/u.test(textContentOf(child) ?? '');
  let row = composedParent(element);
  while (row?.childElementCount === 1) row = composedParent(row);
  return !element.matches('a, tr, td, li') && ![...(row?.children ?? [])].some(isOther);
}

/**
 * The name people know `element` by: aria-labelledby, aria-label, the value of an input button, its text without
 * parts marked as decoration, or its title; at most `longestName` characters, longer text is no name.
 */
export function accessibleName(element: Element): string {
  const labelled = labelledByText(element);
  if (labelled) return labelled;
  const label = element.getAttribute('aria-label')?.trim();
  if (label) return label;
  if (tagNameOf(element) === 'INPUT') return ((element as HTMLInputElement).value || element.getAttribute('alt')) ?? '';
  const text = plainText(element);
  if (text.length > longestName) return '';
  return text || (element.getAttribute('title') ?? '');
}

/** The text of the elements that `element` names in aria-labelledby, or ''. */
export function labelledByText(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/);
  if (!ids) return '';
  const root = rootOf(element);
  return ids
    .map((id) => (id ? textOfId(root, id) : ''))
    .join(' ')
    .trim();
}

function textOfId(root: Node, id: string): string {
  const named = isDocument(root) ? elementById(root, id) : (root as Partial<ShadowRoot>).getElementById?.(id);
  return named ? (textContentOf(named) ?? '') : '';
}

/** The text of `element` without parts that are decoration (aria-hidden, icons) or not `isWanted`, words kept apart. */
export function plainText(element: Element, isWanted: (part: Element) => boolean = () => true): string {
  if (element.childElementCount === 0 && !shadowRootOf(element)) return (textContentOf(element) ?? '').trim();
  const home = shadowRootOf(element) ?? element;
  let text = '';
  for (let node = firstChildOf(home); node && text.length <= longestName * 2; node = nextSiblingOf(node)) {
    if (isText(node)) text += node.data;
    else if (isElement(node) && !isDecoration(node) && isWanted(node)) text += ` ${plainText(node, isWanted)} `;
  }
  return text.trim();
}

function isDecoration(element: Element): boolean {
  return isClobbered(element) || element.matches('[aria-hidden="true"], svg, style, script');
}
