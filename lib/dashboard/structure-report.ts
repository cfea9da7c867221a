/** What an unreadable page looks like, for a report people may send: its structure, and not one word of its text. */
import type { UnreadableReason } from '../failures.ts';
import { composedParent } from './ancestry.ts';
import type { Control } from './controls.ts';
import type { Snapshot } from './snapshot.ts';

const longestReport = 3_000;

/** Reason, counts, and the chain of tags above each control we know; tags and roles only, never text or values. */
export function structureReport(reason: UnreadableReason, snapshot: Snapshot, controls: readonly Control[]): string {
  const lines = [
    `reason: ${reason}`,
    `elements: ${snapshot.elements.length}, roots: ${snapshot.roots.length}`,
    ...controls.map(
      (control) => `${control.name}${control.inDialog ? ' (in a dialog)' : ''}: ${chainOf(control.element)}`,
    ),
  ];
  return lines.join('\n').slice(0, longestReport);
}

function chainOf(element: Element): string {
  const chain: string[] = [];
  for (let current: Element | null = element; current && chain.length < 8; current = composedParent(current)) {
    const role = current.getAttribute('role');
    chain.push(current.tagName.toLowerCase() + (role && /^[a-z]{1,20}$/.test(role) ? `[${role}]` : ''));
  }
  return chain.join(' < ');
}
