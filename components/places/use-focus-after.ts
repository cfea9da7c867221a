/** Keeps the keyboard where it was working when a press takes away or moves what had the focus. */
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusLost } from '../use-primary-focus.ts';

/** What a press changes is drawn within this; later, a lost focus has another cause. */
const soonMs = 1000;

/** A function to call in a press: if the focus gets lost soon, the first of `selectors` in `root` has it then. */
export function useFocusAfter(root: RefObject<HTMLElement | null>): (...selectors: string[]) => void {
  const wanted = useRef({ selectors: [] as string[], until: 0 });
  useLayoutEffect(() => {
    const { selectors, until } = wanted.current;
    if (performance.now() > until || !isFocusLost()) return;
    const found = selectors.map((each) => root.current?.querySelector<HTMLElement>(each)).find(Boolean);
    found?.focus();
  });
  return useCallback((...selectors: string[]) => {
    wanted.current = { selectors, until: performance.now() + soonMs };
  }, []);
}
