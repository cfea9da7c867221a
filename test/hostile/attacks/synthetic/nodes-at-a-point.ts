import { presses } from '../../kit/page-script.ts';

export default presses(
  'What stands at the place of our button, as the browser tells the page, is a node of our inside.',
  (host) => {
    const { left, top, width, height } = host.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: [] });
    const nodes = [
      ...document.elementsFromPoint(x, y),
      caret?.offsetNode,
      document.caretRangeFromPoint?.(x, y)?.startContainer,
    ];
    for (const node of nodes) {
      const root = node?.getRootNode();
      if (root instanceof ShadowRoot) return 'A node of the closed root.';
      (node as HTMLElement | undefined)?.click?.();
    }
  },
);
