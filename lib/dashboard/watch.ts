/** Watching a page: one observer over all its roots, one look per change, however busy the page is. */
import { later } from '../later.ts';
import { listenTo } from './dom.ts';

/** Changes closer together than this are looked at once (ms); on a page that is slow to read, ten times its time. */
const coalesceFor = 100;
const restPerWork = 10;
/** A field's value may change without any mutation; these looks after the start catch a late one (ms). */
const lateLooks = [500, 1_500, 4_000];

/**
 * Calls `look` now and after every change of `doc`, at most once in 100 ms (or a tenth of the time), until `signal` aborts. A node that the
 * page replaces is no loss: the documents and shadow roots are watched, and new ones join at the next look. `look`
 * gives the roots it passed.
 */
export function watchPage(doc: Document, signal: AbortSignal, look: () => readonly Node[]): void {
  const watched = new WeakSet<Node>();
  let rest = coalesceFor;
  let stop: (() => void) | null = null;
  const observer = new MutationObserver(() => schedule());
  const run = () => {
    stop?.();
    stop = null;
    if (signal.aborted) return;
    const started = performance.now();
    for (const root of look()) watch(root);
    rest = Math.max(coalesceFor, (performance.now() - started) * restPerWork);
  };
  const schedule = () => {
    stop ??= later(rest, run);
  };
  const watch = (root: Node) => {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  };
  const late = lateLooks.map((delay) => later(delay, schedule));
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const each of [stop, ...late]) each?.();
  });
  listenTo(doc, 'visibilitychange', schedule, { signal });
  // What was not seen before the back-forward cache would count as new when the page comes back from there.
  addEventListener('pagehide', ({ isTrusted }) => isTrusted && run(), { signal });
  watch(doc);
  run();
}
