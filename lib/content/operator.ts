/**
 * Where the driver of operations waits for the agent. It is a script of its own, operate.js, as few dashboard pages
 * ever need it: the background brings it in just before its command, into the world that all scripts of ours in a
 * document share. The page has a world of its own and cannot see it.
 */
import type { operate } from '../dashboard/operate.ts';

type Operate = typeof operate;
const slot = Symbol.for('token-desk/operate');
const world = globalThis as unknown as Record<symbol, Operate | undefined>;

/** Leaves `driver` to the agent of this document. Once more changes nothing: it is the same, brought in again. */
export function offer(driver: Operate): void {
  world[slot] = driver;
}

/** The driver that was brought into this document, or undefined where none came in. */
export function operator(): Operate | undefined {
  return world[slot];
}

/** Forgets what was brought in before: a new agent must not work with what a former version has left. */
export function forgetOperator(): void {
  world[slot] = undefined;
}
