/** A clock that the test moves: nothing in it waits for real time. */
import { createHash } from 'node:crypto';
import { vi } from 'vitest';

/** Stops the clock for one test; a fingerprint, made on another thread otherwise, is made at once. */
export function stopClock(): () => void {
  vi.useFakeTimers();
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (_, data) => {
    const { buffer } = new Uint8Array(
      createHash('sha256')
        .update(data as Uint8Array)
        .digest(),
    );
    return buffer;
  });
  // The browser's own time-out keeps to the browser's own clock.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const end = new AbortController();
    setTimeout(() => end.abort(), ms);
    return end.signal;
  });
  return () => vi.useRealTimers();
}

/** What `work` comes to, with the clock moved on from one wait to the next, for `limit` ms at most. */
export async function through<T>(work: Promise<T>, limit = 600_000): Promise<T> {
  const until = Date.now() + limit;
  let ended = false;
  const end = () => {
    ended = true;
  };
  work.then(end, end);
  // What needs no waiting for comes first, so that the clock is never ahead of it.
  for (await vi.advanceTimersByTimeAsync(0); !ended; await vi.advanceTimersByTimeAsync(0)) {
    if (Date.now() > until) throw new Error('It does not come to an end.');
    await vi.advanceTimersToNextTimerAsync();
  }
  return work;
}
