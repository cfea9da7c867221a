import { spies } from '../../kit/spies.ts';

export default spies('The page sees nodes or attributes of ours come, and be it for a moment.', {
  watch: () => {
    const spied: string[] = [];
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver((records) => {
        for (const { type, target } of records) spied.push(`${type} at ${target.nodeName}`);
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      Object.assign(globalThis, { spied });
    });
  },
});
