/** Keeps the keyboard with the person: at the heading when a step begins, and in its row when a place changes. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Whether nothing has the focus: what had it is gone. */
function isFocusLost(): boolean {
  const focused = document.activeElement;
  return !focused || focused === document.body || !focused.isConnected;
}

/** When `step` begins and nothing else has the focus, focuses the step's next deed or else its heading. */
export function useStepFocus(page: RefObject<HTMLElement | null>, step: string): void {
  useLayoutEffect(() => {
    if (!isFocusLost()) return;
    const target = page.current?.querySelector<HTMLElement>('[data-primary]') ?? page.current?.querySelector('h2');
    target?.focus({ preventScroll: true });
  }, [page, step]);
}

/**
 * When what was done in `part` has led to another `state`, and what had the focus is gone by that, the focus goes to
 * `[data-next]` in there. Gives the function to be called by what is done there. It holds until the person has gone
 * elsewhere: a deed may take two changes, since the stored state follows later.
 */
export function useNextFocus(part: RefObject<HTMLElement | null>, state: string): () => void {
  const isDue = useRef(false);
  useLayoutEffect(() => {
    if (!isDue.current) return;
    if (isFocusLost()) part.current?.querySelector<HTMLElement>('[data-next]')?.focus();
    else isDue.current = part.current?.contains(document.activeElement) ?? false;
  }, [part, state]);
  return () => {
    isDue.current = true;
  };
}
