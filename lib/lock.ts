/** Locks of the background and our own pages, which share them; in a content script they would be the page's. */

/** Runs `work` alone among all that name the same lock, over all of our pages and all lives of the worker. Not to be taken twice in one go. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return (await navigator.locks.request(`token-desk/${name}`, work)) as T;
}
