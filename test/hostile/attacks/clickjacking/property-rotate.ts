import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a label turned by the property of its own copies the token.',
  '.around { rotate: 180deg }',
);
