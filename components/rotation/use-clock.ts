/** The time by the second, while something runs. */
import { useEffect, useState } from 'preact/hooks';

const tickMs = 1000;

/** What `clock` says (epoch ms), asked anew each second while `isRunning`. */
export function useClock(clock: () => number, isRunning: boolean): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    if (!isRunning) return;
    const tick = () => setNow(clock());
    tick();
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, [clock, isRunning]);
  return now;
}
