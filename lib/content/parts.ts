/**
 * Parts of the content script that few dashboard pages ever need: scripts of their own, brought in by the background
 * just before there is something to do (lib/coordinator/inject.ts). They meet the agent in the world that all scripts
 * of ours in a document share; the page has a world of its own and cannot see it.
 */
import type { operate } from '../dashboard/operate.ts';
import type { standBeside } from './touched-notice.ts';

interface Parts {
  /** The driver of operations. */
  operate: typeof operate;
  /** The notice beside the page's own dialog. */
  notice: typeof standBeside;
}
type Name = keyof Parts;

const slotOf = (name: Name) => Symbol.for(`token-desk/${name}`);
const world = globalThis as unknown as Record<symbol, unknown>;

/** Leaves `part` to the agent of this document. Once more changes nothing: it is the same, brought in again. */
export function offerPart<Each extends Name>(name: Each, part: Parts[Each]): void {
  world[slotOf(name)] = part;
}

/** The part that was brought into this document, or undefined where none came in. */
export function partOf<Each extends Name>(name: Each): Parts[Each] | undefined {
  return world[slotOf(name)] as Parts[Each] | undefined;
}

/** Forgets what was brought in before: a new agent must not work with what a former version has left. */
export function forgetParts(): void {
  for (const name of ['operate', 'notice'] as const) world[slotOf(name)] = undefined;
}
