/** Bounded waiting: every wait of the tests ends, and says what it waited for. */
import { setTimeout as sleep } from 'node:timers/promises';

const defaultLimitMs = 10_000;
const intervalMs = 20;

/**
 * Asks `look` until it gives something truthy, and returns that. What it throws counts as "not yet". After `limitMs`
 * throws an error that names what was `awaited` and the last thing seen.
 */
export async function until<T>(
  awaited: string,
  look: () => T | Promise<T>,
  limitMs = defaultLimitMs,
): Promise<NonNullable<T>> {
  const end = Date.now() + limitMs;
  let last: unknown;
  for (;;) {
    try {
      const seen = await within(awaited, Promise.resolve(look()), Math.max(end - Date.now(), intervalMs));
      if (seen) return seen;
      last = seen;
    } catch (error) {
      last = error;
    }
    if (Date.now() >= end) throw new Error(`Waited ${limitMs} ms for ${awaited}; last seen: ${String(last)}`);
    await sleep(intervalMs);
  }
}

/** `promise`, or an error that names what was `awaited` when it is not settled after `limitMs`. */
export async function within<T>(awaited: string, promise: Promise<T>, limitMs = defaultLimitMs): Promise<T> {
  const done = new AbortController();
  const limit = sleep(limitMs, undefined, { signal: done.signal }).then(() => {
    throw new Error(`Waited ${limitMs} ms for ${awaited}`);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    limit.catch(() => undefined);
    done.abort();
  }
}

/** For `then`: whether a promise came true. */
export const trueOrFalse = [() => true, () => false] as const;
