import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a picture that a heading carries copies the token.',
  'h1::after { content: ""; position: fixed; inset: 0; z-index: 9; background: linear-gradient(white, white); pointer-events: none }',
);
