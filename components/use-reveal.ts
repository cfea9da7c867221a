/** Showing the token for a short while: masked again after 30 s, when the window loses focus, and on close. */
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Fingerprint } from '../lib/token.ts';

const revealMs = 30_000;

export interface Reveal {
  isShown: boolean;
  show(): void;
  hide(): void;
}

/**
 * Whether the token with `fingerprint` is shown (null: there is none). `inMemory` tells whether it can be: showing may
 * be asked for before the token is read, and the 30 s start when it appears. What is remembered is *which* token was
 * asked for, so that another one never appears unasked.
 */
export function useReveal(fingerprint: Fingerprint | null, inMemory: boolean, initiallyShown: boolean): Reveal {
  const [wanted, setWanted] = useState(initiallyShown ? fingerprint : null);
  const isWanted = wanted !== null;
  const isShown = inMemory && isWanted && wanted === fingerprint;
  const hide = useCallback(() => setWanted(null), []);
  // Together with what shows it: an effect comes after the next frame, and a focus lost before that would go unseen.
  useLayoutEffect(() => {
    if (!isWanted) return;
    const onHidden = () => document.hidden && hide();
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [isWanted, hide]);
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(hide, revealMs);
    return () => clearTimeout(timer);
  }, [isShown, hide]);
  return { isShown, show: () => setWanted(fingerprint), hide };
}
