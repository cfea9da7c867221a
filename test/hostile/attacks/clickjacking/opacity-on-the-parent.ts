import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click into what looks like an empty part of the page copies the token.',
  '.around { opacity: 0.15 }',
);
