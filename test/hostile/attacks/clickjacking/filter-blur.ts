import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a smear in which no word can be read copies the token.',
  '.around { filter: blur(8px) }',
);
