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
  return () => vi.useRealTimers();
}
