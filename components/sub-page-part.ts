/** The popup's further pages, as a part that is loaded on its own: the token is painted without waiting for them. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { SubPage } from './SubPage.tsx';

let part: typeof SubPage | null = null;

/** Loads the part; at once where it is there already. */
export async function loadSubPage(): Promise<void> {
  part ??= (await import('./SubPage.tsx')).SubPage;
}

/** The part, or null until it is there: it is fetched as soon as the popup stands. */
export function useSubPage(): typeof SubPage | null {
  const [, tell] = useState(part !== null);
  useLayoutEffect(() => void loadSubPage().then(() => tell(true)), []);
  return part;
}
