import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a frame drawn inwards over the button copies the token.',
  '.around { outline: 400px solid white; outline-offset: -400px }',
);
