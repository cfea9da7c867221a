import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a frame of the whole page, drawn inwards, copies the token.',
  'body { outline: 3000px solid white; outline-offset: -3000px }',
);
