import { spies } from '../../kit/spies.ts';

export default spies('A definition with internals of its own opens what our element keeps closed.', {
  watch: () => {
    const spied: string[] = [];
    class Kind extends HTMLElement {
      static formAssociated = true;
      constructor() {
        super();
        spied.push(`made, with a ${this.attachInternals().shadowRoot ? 'readable ' : ''}root`);
      }
    }
    customElements.define('token-desk-copy', Kind);
    void customElements.whenDefined('token-desk-copy').then(() => {
      if (document.querySelector('token-desk-copy')) spied.push('found');
    });
    Object.assign(globalThis, { spied });
  },
});
