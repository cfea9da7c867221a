import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on our element, which a rule of the page makes invisible, copies the token.',
  `@keyframes fade { to, from { opacity: 0.05 } }
token-desk-copy { animation: fade 99s both !important }`,
);
