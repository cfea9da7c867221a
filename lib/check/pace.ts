/** The pace of checks: SnapEngage is asked once in a while and never in a burst. */

/** The least time between two checks, in ms. */
const checkPace = 5_000;

/**
 * Whether a check may be sent at `now` where the last one was sent at `last` (epoch ms; null: never), else the ms to
 * wait. A last check in the future is of a clock set back since, and holds nothing up: nobody knows for how long.
 */
export function mayCheck(last: number | null, now: number): { ok: true } | { ok: false; waitMs: number } {
  const passed = last === null ? checkPace : now - last;
  return passed < 0 || passed >= checkPace ? { ok: true } : { ok: false, waitMs: checkPace - passed };
}
