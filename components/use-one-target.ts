/** One press is for one button: what is left of a double click, or of a key held down, does nothing elsewhere. */
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

/** For the key that is held down: its first press may have brought the focus to a button that it was not meant for. */
export function swallowHeld(event: KeyboardEvent): void {
  const { target } = event;
  if (event.repeat && event.key === 'Enter' && target instanceof Element && target.closest('button, a, summary'))
    event.preventDefault();
}
