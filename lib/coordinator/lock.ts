/** Locks that only the background takes: in a content script they would be the page's. */

/** Runs `work` alone among all that name the same lock, over all lives of the worker. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return (await navigator.locks.request(`token-desk/${name}`, work)) as T;
}
