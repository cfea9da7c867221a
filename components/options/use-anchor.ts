/** Links to a section of the page, `options.html#check`: it is drawn only after the browser has looked for it. */
import { useLayoutEffect } from 'preact/hooks';

/** Once the page is drawn, brings the section that its address names into view and gives its heading the focus. */
export function useAnchor(): void {
  useLayoutEffect(() => {
    const go = () => {
      const section = document.getElementById(location.hash.slice(1));
      section?.scrollIntoView();
      section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    };
    go();
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, []);
}
