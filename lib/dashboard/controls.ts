/** What can be pressed on a page, by name. */

import { composedParent } from './ancestry.ts';
import { type ControlName, controlNameOf } from './labels.ts';
import { longestName } from './limits.ts';
import { nearestOnce, ownText, type Snapshot } from './snapshot.ts';
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
  /[^\x20-\x7e]|gener|erzeug|erneu|erstell|cre[aé]|delet|remov|entfern|elimin|borr|suppr|exclu|apag|cri|gerar|cancel|abbrech|annul|cop[iy]|kop|sign|log|an?meld|sess|sesi|connect|entrar|sair|api|token|jeton|account|konto|cuenta|compte|conta|menu|@/i;

/** All shown controls with a name we know, each once, in page order. */
export function findControls(snapshot: Snapshot): Control[] {
  const seen = new Set<Element>();
  const controls: Control[] = [];
  const nearestPressable = nearestOnce((element) => element.matches(pressable));
  for (const element of snapshot.elements) {
    if (!mayName(element)) continue;
    const target = (nearestPressable(element) as HTMLElement | null) ?? pointerTarget(element);
    if (!target || seen.has(target)) continue;
    seen.add(target);
    const name = controlNameOf(accessibleName(target));
    if (!name || !snapshot.isShown(target)) continue;
    controls.push({ name, element: target, inDialog: snapshot.isInDialog(target) });
  }
  return controls;
}

function mayName(element: Element): boolean {
  const hint = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '';
  const value = element.tagName === 'INPUT' ? ((element as HTMLInputElement).value ?? '') : '';
  return (
    stems.test(ownText(element).slice(0, longestName)) ||
    (hint + value !== '' && stems.test(hint + value)) ||
    element.hasAttribute('aria-labelledby')
  );
}

/** `element`, or what it alone fills, where it has a name we know and looks pressable though it is no button. */
function pointerTarget(element: Element): HTMLElement | null {
  const known = controlNameOf(ownText(element)) !== null;
  return known && styleOf(element)?.cursor === 'pointer' ? outermostPointer(element as HTMLElement) : null;
}

function outermostPointer(element: HTMLElement): HTMLElement {
  const parent = composedParent(element);
  const wraps = parent && parent.textContent?.trim() === element.textContent?.trim();
  return wraps && styleOf(parent)?.cursor === 'pointer' ? outermostPointer(parent as HTMLElement) : element;
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
  if (element.tagName === 'INPUT') return ((element as HTMLInputElement).value || element.getAttribute('alt')) ?? '';
  const text = plainText(element);
  if (text.length > longestName) return '';
  return text || (element.getAttribute('title') ?? '');
}

/** The text of the elements that `element` names in aria-labelledby, or ''. */
export function labelledByText(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot;
  return ids
    .map((id) => (id ? (root.getElementById?.(id)?.textContent ?? '') : ''))
    .join(' ')
    .trim();
}

/** The text of `element` without parts that are decoration (aria-hidden, icons), words kept apart. */
function plainText(element: Element): string {
  if (element.childElementCount === 0) return (element.textContent ?? '').trim();
  let text = '';
  for (const node of element.childNodes) {
    if (text.length > longestName * 2) break;
    if (node.nodeType === 3) text += (node as Text).data;
    else if (node.nodeType === 1 && !(node as Element).matches('[aria-hidden="true"], svg, style, script')) {
      text += ` ${plainText(node as Element)} `;
    }
  }
  return text.trim();
}
