/** A double click belongs to the button that took its first click; if that one has gone, its rest goes nowhere. */
import { useCallback, useRef } from 'preact/hooks';

/** A listener for the capture phase that swallows what is left of a double click once its button is gone. */
export function useOneTarget(): (event: MouseEvent) => void {
  const first = useRef<Element | null>(null);
  return useCallback((event: MouseEvent) => {
    const target = event.target instanceof Element ? (event.target.closest('button') ?? event.target) : null;
    if (event.detail < 2) first.current = target;
    else if (target !== first.current) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, []);
}
