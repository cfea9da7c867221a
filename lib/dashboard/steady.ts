/** For how long a page has gone on saying the same. */
import { longestGap } from './limits.ts';

/** Told what the page says at each reading, gives for how long (ms) it has been the same, from one reading to the next. */
export function steadyWatch(): (what: string) => number {
  let said: { what: string; since: number; at: number } | null = null;
  return (what) => {
    const now = Date.now();
    const goesOn = said?.what === what && now - said.at <= longestGap;
    said = { what, since: goesOn && said ? said.since : now, at: now };
    return now - said.since;
  };
}
