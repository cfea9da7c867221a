import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a button that blends with the white below it copies the token.',
  `.outer { background: white }
.around { mix-blend-mode: screen; filter: none }`,
);
