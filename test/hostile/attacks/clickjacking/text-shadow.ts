import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a label drowned in its shadow copies the token.',
  '.around { text-shadow: 0 0 3px black, 2px 0 black, -2px 0 black, 0 2px black, 0 -2px black, 4px 0 black, -4px 0 black }',
);
