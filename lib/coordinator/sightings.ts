/** What content scripts reported last, and waiting for the next report. Lives with the worker; nothing depends on it. */
import type { Observation } from '../messages/reports.ts';

type Listener = (tab: number, observation: Observation) => void;
const listeners = new Set<Listener>();

/** Tells everybody who waits that `tab` shows `observation`. */
export function publish(tab: number, observation: Observation): void {
  for (const listener of listeners) listener(tab, observation);
}

/** The next observation of `tab` that `accept` takes, or null after `limit` ms or when `signal` aborts. */
export function nextSighting(
  tab: number,
  accept: (observation: Observation) => boolean,
  limit: number,
  signal: AbortSignal,
): Promise<Observation | null> {
  return new Promise((resolve) => {
    const end = (observation: Observation | null) => {
      listeners.delete(listener);
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve(observation);
    };
    const listener: Listener = (from, observation) => {
      if (from === tab && accept(observation)) end(observation);
    };
    const abort = () => end(null);
    const timer = setTimeout(abort, limit);
    listeners.add(listener);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}
