import { spies } from '../../kit/spies.ts';

export default spies('The page sees elements of ours in it from the first moment on.', {
  path: '/signin',
  watch: () => {
    const spied: string[] = [];
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        const text = `${node.nodeName} ${node instanceof Element ? node.outerHTML.slice(0, 200) : ''}`;
        if (/token-?desk|extension:/i.test(text)) spied.push(node.nodeName);
      }
    }).observe(document, { subtree: true, childList: true });
    Object.assign(globalThis, { spied });
  },
});
