import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a label that is pulled out of shape copies the token.',
  '.around { transform: skewX(80deg) }',
);
