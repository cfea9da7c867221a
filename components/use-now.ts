/** The time, for what is said of times. */
import { useEffect, useState } from 'preact/hooks';

/** Ages and "today" stay right in a page that is left open. */
const clockMs = 60_000;

/** Now as epoch ms, to the minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), clockMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
