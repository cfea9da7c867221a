/** One live agent per document: a second run is harmless, and takes over from one that an update has killed. */
import { isPrerendering, listenTo } from '../dashboard/dom.ts';
import { Agent } from './agent.ts';
import { isAlive } from './outbox.ts';
import { forgetParts } from './parts.ts';

interface Running {
  isAlive(): boolean;
  stop(): void;
}

/** Shared by all runs of this script in one document; the page has a world of its own and cannot see it. */
const slot = Symbol.for('token-desk/agent');

/** Starts the agent on `page` once people see it: a page being prerendered is left alone until then. */
export function startAgent(page: Document): void {
  const world = globalThis as unknown as Record<symbol, Running | undefined>;
  if (world[slot]?.isAlive()) return;
  world[slot]?.stop();
  forgetParts();
  const end = new AbortController();
  world[slot] = { isAlive: () => !end.signal.aborted && isAlive(), stop: () => end.abort() };
  const start = () => new Agent(page, end).start();
  // Not any truth: where browsers do not know the property, a page may have an image of that name.
  if (isPrerendering(page) === true) listenTo(page, 'prerenderingchange', start, { once: true, signal: end.signal });
  else startOrFree(start, end);
}

/** An agent that cannot start leaves its place to the next that tries. */
function startOrFree(start: () => void, end: AbortController): void {
  try {
    start();
  } catch (error) {
    end.abort();
    throw error;
  }
}
