import { presses } from '../../kit/page-script.ts';

export default presses(
  'A trap in what makes shadow roots gives the page ours.',
  (host) => {
    const { found } = globalThis as never as { found: ShadowRoot[] };
    const ours = found.find((root) => root.host === host);
    ours?.querySelector('button')?.click();
    return ours && 'The closed root.';
  },
  {
    preload: () => {
      const found: ShadowRoot[] = [];
      Object.assign(globalThis, { found });
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (init) {
        const root = attachShadow.call(this, { ...init, mode: 'open' });
        found.push(root);
        return root;
      };
      const { createElement } = Document.prototype;
      Document.prototype.createElement = function (this: Document, name: string) {
        const element = createElement.call(this, name);
        if (name === 'button') setTimeout(() => element.click(), 900);
        return element;
      } as typeof createElement;
    },
  },
);
