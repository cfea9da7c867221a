import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click into a slit through which nothing of the label is seen copies the token.',
  '.around { overflow: hidden; height: 4px; align-items: center }',
);
