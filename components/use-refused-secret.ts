/** For fields that are stored as they are typed: a token that is taken out again key by key is not stored on the way. */
import { useCallback, useRef } from 'preact/hooks';
import { holdsPartOf, secretIn } from '../lib/places/looks-like-a-secret.ts';

/** A function that is told all that stands in the field, and says whether that still holds a part of such a text. */
export function useRefusedSecret(): (text: string) => boolean {
  const seen = useRef<string | null>(null);
  return useCallback((text: string) => {
    seen.current = secretIn(text) ?? seen.current;
    return seen.current !== null && holdsPartOf([seen.current], text);
  }, []);
}
