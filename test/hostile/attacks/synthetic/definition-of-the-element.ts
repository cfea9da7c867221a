import { presses } from '../../kit/page-script.ts';

export default presses('A definition of our element gives the page its closed root.', (host) => {
  const { found, Ours } = (() => {
    const found: string[] = [];
    class Ours extends HTMLElement {
      constructor() {
        super();
        const { shadowRoot } = this.attachInternals();
        if (!shadowRoot) return;
        found.push('The closed root.');
        shadowRoot.querySelector('button')?.click();
      }
    }
    return { found, Ours };
  })();
  customElements.define('token-desk-copy', Ours);
  customElements.upgrade(host);
  host.replaceWith(host.cloneNode(true));
  return found[0];
});
