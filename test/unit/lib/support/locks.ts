/** The browser's locks: each is given in turn, at once where it is free, and a worker that dies loses its own. */
import { vi } from 'vitest';

type Work = () => Promise<unknown>;

/** Replaces the browser's locks for one test; `forget` is what a worker's death does to them. */
export function fakeLocks(): { forget: () => void; names: Set<string> } {
  const last = new Map<string, Promise<unknown>>();
  const names = new Set<string>();
  const request = (name: string, work: Work): Promise<unknown> => {
    names.add(name);
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
    // Whether it went well is of no interest to who comes next.
    last.set(name, turn);
    return turn;
  };
  vi.spyOn(navigator.locks, 'request').mockImplementation(request as never);
  return { forget: () => last.clear(), names };
}
