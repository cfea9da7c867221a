import { spies } from '../../kit/spies.ts';

export default spies('The page’s own definition of our element is run when we make it.', {
  watch: () => {
    const spied: string[] = [];
    const define = (name: string, lifetime: string[]) => {
      const Kind = class extends HTMLElement {
        constructor() {
          super();
          spied.push(`${name} made`);
        }
      };
      for (const each of lifetime) Object.assign(Kind.prototype, { [each]: () => spied.push(`${name}: ${each}`) });
      customElements.define(name, Kind);
    };
    const lifetime = ['connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'];
    for (const name of ['token-desk-copy', 'token-desk', 'token-desk-button']) define(name, lifetime);
    Object.assign(globalThis, { spied });
  },
});
