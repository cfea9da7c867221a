import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a button that is tipped over in depth copies the token.',
  `.outer { perspective: 300px }
.around { transform: rotateX(60deg) }`,
);
