/** Watching a page: one observer over all its roots, one look per change, however busy the page is. */

/** Changes closer together than this are looked at once (ms). */
const coalesceFor = 100;
/** A field's value may change without any mutation; these looks after the start catch a late one (ms). */
const lateLooks = [500, 1_500, 4_000];

/**
 * Calls `look` now and after every change of `doc`, at most once in 100 ms, until `signal` aborts. A node that the
 * page replaces is no loss: the documents and shadow roots are watched, and new ones join at the next look. `look`
 * gives the roots it passed.
 */
export function watchPage(doc: Document, signal: AbortSignal, look: () => readonly Node[]): void {
  const watched = new WeakSet<Node>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const observer = new MutationObserver(() => schedule());
  const run = () => {
    timer = null;
    if (signal.aborted) return;
    for (const root of look()) watch(root);
  };
  const schedule = () => {
    timer ??= setTimeout(run, coalesceFor);
  };
  const watch = (root: Node) => {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  };
  const late = lateLooks.map((delay) => setTimeout(schedule, delay));
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const each of [timer, ...late]) if (each) clearTimeout(each);
  });
  doc.addEventListener('visibilitychange', schedule, { signal });
  watch(doc);
  run();
}
