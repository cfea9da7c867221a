/** The page goes into the browser's back-forward cache, and comes back from there. */

/** Dispatches `type`, as the browser does, or as a script of the page's does where it is not `isTrusted`. */
function dispatch(type: 'pageshow' | 'pagehide', persisted: boolean, isTrusted: boolean): void {
  const event = Object.assign(new Event(type), { persisted });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  window.dispatchEvent(event);
}

export const goAway = (isTrusted = true): void => dispatch('pagehide', true, isTrusted);
/** `persisted`: it comes back; else it is shown for the first time. */
export const comeBack = (persisted = true, isTrusted = true): void => dispatch('pageshow', persisted, isTrusted);
