/** Timers of a page that a stay in the back-forward cache does not lose. */

/**
 * Calls `run` once after `ms`; gives what calls it off. Firefox never ends a timer that is set while the page is on its
 * way into the back-forward cache (seen in Firefox 153): a page that comes back sets what is still waited for anew.
 */
export function later(ms: number, run: () => void): () => void {
  const due = performance.now() + ms;
  const end = () => {
    clearTimeout(timer);
    removeEventListener('pageshow', renew);
  };
  const ring = () => {
    end();
    run();
  };
  const renew = ({ isTrusted }: Event) => {
    // A page that makes such events could hold the timer off for ever.
    if (!isTrusted) return;
    clearTimeout(timer);
    timer = setTimeout(ring, Math.max(due - performance.now(), 0));
  };
  let timer = setTimeout(ring, ms);
  addEventListener('pageshow', renew);
  return end;
}
