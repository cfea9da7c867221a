/** What an unreadable page looks like, for a report people may send: its structure, and not one word of its text. */
import type { UnreadableReason } from '../failures.ts';
import { composedParent } from './ancestry.ts';
import type { Control } from './controls.ts';
import type { Snapshot } from './snapshot.ts';

const longestReport = 3_000;

/** Reason, counts, and the chain of tags above each control we know; tags and roles only, never text or values. */
export function structureReport(reason: UnreadableReason, snapshot: Snapshot, controls: readonly Control[]): string {
  let text = `reason: ${reason}\nelements: ${snapshot.elements.length}, roots: ${snapshot.roots.length}`;
  for (const { name, element, inDialog } of controls) {
    if (text.length >= longestReport) break;
    if (snapshot.isShown(element)) text += `\n${name}${inDialog ? ' (in a dialog)' : ''}: ${chainOf(element)}`;
  }
  return text.slice(0, longestReport);
}

function chainOf(element: Element): string {
  const chain: string[] = [];
  for (let current: Element | null = element; current && chain.length < 8; current = composedParent(current)) {
    const role = current.getAttribute('role');
    chain.push(tagOf(current) + (role && /^[a-z]{1,20}$/.test(role) ? `[${role}]` : ''));
  }
  return chain.join(' < ');
}

/** A page may name its elements as it likes: what is no plain name is text of its own. */
function tagOf(element: Element): string {
  const tag = element.tagName.toLowerCase();
  return /^[a-z][a-z0-9-]{0,30}$/.test(tag) ? tag : '?';
}
