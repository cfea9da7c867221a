/** Looking into maps by keys that a page may have chosen. */

/** What `all` itself holds under `key`: a key that names a built-in, such as `constructor`, is none of its own. */
export function own<T>(all: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(all, key) ? (all[key] ?? null) : null;
}
