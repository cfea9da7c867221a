import { presses } from '../../kit/page-script.ts';

export default presses(
  'A definition that stood there before our element gives the page its closed root.',
  (host) => {
    return (globalThis as never as { found?: string }).found ?? host.shadowRoot?.mode;
  },
  {
    preload: () => {
      class Ours extends HTMLElement {
        constructor() {
          super();
          const internals = this.attachInternals();
          setTimeout(() => {
            if (internals.shadowRoot) Object.assign(globalThis, { found: 'The closed root.' });
            internals.shadowRoot?.querySelector('button')?.click();
          }, 200);
        }
      }
      customElements.define('token-desk-copy', Ours);
    },
  },
);
