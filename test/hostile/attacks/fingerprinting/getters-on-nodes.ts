import { spies } from '../../kit/spies.ts';

export default spies('Getters that the page puts on its own nodes are called by our script.', {
  watch: () => {
    const spied: string[] = [];
    const names = ['id', 'nodeName', 'tagName', 'children', 'childNodes', 'firstChild', 'shadowRoot', 'textContent'];
    const more = ['value', 'style', 'hidden', 'attributes', 'ownerDocument', 'parentElement', 'innerText', 'dataset'];
    addEventListener('DOMContentLoaded', () => {
      for (const node of [document, ...document.querySelectorAll('*')])
        for (const name of [...names, ...more])
          Object.defineProperty(node, name, {
            configurable: true,
            get: () => {
              spied.push(name);
              return null;
            },
          });
      Object.assign(globalThis, { spied });
    });
  },
});
