/** Draws a long list in steps: what is in sight at once, and the rest while nothing else is to do. */
import { useEffect, useState } from 'preact/hooks';

/** More rows than any window shows; drawn well within a frame or two. */
const step = 50;

/** How many of `total` rows are to be drawn by now; another `list` begins anew. */
export function useGrowing(list: string, total: number): number {
  const [grown, setGrown] = useState({ list, count: step });
  const count = grown.list === list ? grown.count : step;
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => setGrown({ list, count: count + step }));
    return () => clearTimeout(timer);
  }, [list, count, total]);
  return count;
}
