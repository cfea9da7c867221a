/** Keeps the keyboard with the person: at the next deed when a step begins, and in its row when a place changes. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusLost } from '../use-primary-focus.ts';

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
 * `[data-next]` in there, or to what is asked for instead. Gives the function to be called by what is done there. It
 * holds until the person has gone elsewhere: the stored state follows later.
 */
export function useNextFocus(part: RefObject<HTMLElement | null>, state: string): (selector?: string) => void {
  const due = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (due.current === null) return;
    if (isFocusLost()) part.current?.querySelector<HTMLElement>(due.current)?.focus();
    else if (!part.current?.contains(document.activeElement)) due.current = null;
  }, [part, state]);
  return (selector = '[data-next]') => {
    due.current = selector;
  };
}
