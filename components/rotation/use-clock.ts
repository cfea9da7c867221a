/** The time by the second, while something runs. */
import { useEffect, useState } from 'preact/hooks';

const tickMs = 1000;

/** Now (epoch ms), anew each second while `isRunning`. */
export function useClock(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
