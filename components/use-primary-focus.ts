/** Keeps the keyboard where the next step is: on the state's first button when it opens and when focus got lost. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PopupPage } from '../lib/state/schemas.ts';

/**
 * After each change of `state` or `page`, focuses the `[data-primary]` element in `root` unless something else has the
 * focus; after coming back from another page, what led there. So it does where what had the focus is gone. Gives the
 * listener for the focus events in `root`, in the capture phase.
 */
export function usePrimaryFocus(
  root: RefObject<HTMLElement | null>,
  state: string,
  page: PopupPage,
): (event: FocusEvent) => void {
  const last = useRef<EventTarget | null>(null);
  const seen = useRef<{ state: string; page: PopupPage } | null>(null);
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = { state, page };
    const isNew = before?.state !== state || before.page !== page;
    const isGone = last.current instanceof Element && !last.current.isConnected;
    if (!(isNew || isGone) || !isFocusLost()) return;
    last.current = null;
    const from = before && before.page !== page ? before.page : null;
    const target = find(root, `[data-leads=${from}]`) ?? find(root, '[data-primary]') ?? find(root, '[data-back]');
    target?.focus();
  });
  return (event) => {
    last.current = event.target;
  };
}

function find(root: RefObject<HTMLElement | null>, selector: string): HTMLElement | null {
  return root.current?.querySelector<HTMLElement>(selector) ?? null;
}

/** Whether nothing has the focus: what had it is gone. */
export function isFocusLost(): boolean {
  const focused = document.activeElement;
  return !focused || focused === document.body || !focused.isConnected;
}
