import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a label drowned in its shadow copies the token.',
  '.around { text-shadow: 0 0 2px white, 3px 0 white, -3px 0 white, 60px 0 black }',
);
