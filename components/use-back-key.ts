/** Esc goes back to the token's page; on that page it is the browser's, and closes the popup. */
import { useEffect } from 'preact/hooks';

/** What Esc is for elsewhere: leaving what is typed, a dialog, an open list. */
const own = 'form, textarea, select:not([size]), dialog';

/** Calls `onBack` on Esc, unless something is being typed or asked; null switches that off. */
export function useBackKey(onBack: (() => void) | null): void {
  useEffect(() => {
    if (!onBack) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(own)) return;
      // Else the browser closes the popup.
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onBack]);
}
