import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click into a slit of a box that contains what it paints copies the token.',
  '.around { contain: paint; height: 4px; align-items: center }',
);
