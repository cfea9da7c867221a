import { presses } from '../../kit/page-script.ts';

export default presses('A root of the page on our element takes the place of ours, or gives it.', (host) => {
  try {
    const root = host.attachShadow({ mode: 'open' });
    return `${root.mode} root`;
  } catch {
    host.setHTMLUnsafe?.('<template shadowrootmode="open"><slot></slot></template>');
    return host.shadowRoot?.mode;
  }
});
