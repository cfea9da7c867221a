import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a picture that the page hangs onto our own element copies the token.',
  `token-desk-copy { position: relative !important }
token-desk-copy::before { content: ""; position: fixed; inset: 0; z-index: 9; background: white; pointer-events: none }`,
);
