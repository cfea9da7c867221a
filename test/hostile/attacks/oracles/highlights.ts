import { learns } from '../../kit/page-script.ts';

export default learns(
  'A highlight over our element says where which sign of it stands.',
  () => undefined,
  (host, learnt) => {
    const range = new StaticRange({ startContainer: host, startOffset: 0, endContainer: host, endOffset: 0 });
    CSS.highlights?.set('all', new Highlight(range));
    const { left, top, width, height } = host.getBoundingClientRect();
    const registry = CSS.highlights as never as { highlightsFromPoint?(x: number, y: number): unknown[] };
    learnt.push(registry?.highlightsFromPoint?.(left + 9, top + 9)?.length);
    for (let x = left; x < left + width; x += 3) {
      const caret = document.caretPositionFromPoint?.(x, top + height / 2);
      if (caret?.offsetNode.getRootNode() instanceof ShadowRoot) learnt.push('inside', caret.offsetNode.textContent);
    }
  },
);
