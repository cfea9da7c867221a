import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on what a component shows faintly copies the token.', (host) => {
  const parent = host.parentElement?.parentElement as HTMLElement;
  parent.attachShadow({ mode: 'open' }).innerHTML = '<div style="opacity: 0.15"><slot></slot></div>';
});
