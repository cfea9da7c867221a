/** Keeps the keyboard where the next step is: on the state's first button when it opens and when focus got lost. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** After each change of `state`, focuses the `[data-primary]` element in `root` unless something else has focus. */
export function usePrimaryFocus(root: RefObject<HTMLElement | null>, state: string): void {
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (focused && focused !== document.body && focused.isConnected) return;
    root.current?.querySelector<HTMLElement>('[data-primary]')?.focus();
  }, [root, state]);
}
