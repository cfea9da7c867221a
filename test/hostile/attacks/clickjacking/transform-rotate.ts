import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a label that stands on its head copies the token.',
  '.around { transform: rotate(180deg) }',
);
