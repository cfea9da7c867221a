import { learns } from '../../kit/page-script.ts';

export default learns(
  'A selection over our element says what stands in it.',
  () => undefined,
  (host, learnt) => {
    const selection = getSelection();
    for (const container of [host, host.parentElement]) {
      selection?.selectAllChildren(container as Node);
      for (const input of document.querySelectorAll('input')) input.remove();
      learnt.push(selection?.toString());
      const [range] = selection?.getComposedRanges?.({ shadowRoots: [] }) ?? [];
      if (range?.startContainer.getRootNode() instanceof ShadowRoot) learnt.push('inside');
    }
  },
);
