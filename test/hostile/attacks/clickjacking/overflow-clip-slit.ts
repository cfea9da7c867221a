import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click into a slit that cannot even be scrolled copies the token.',
  '.around { overflow: clip; height: 4px; align-items: center }',
);
