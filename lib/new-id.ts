/** Ids that nobody can guess or meet twice. */

/** A random 128-bit id as 32 lower-case hex digits. */
export function newId(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
