import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a speck, made by the property of its own, copies the token.',
  '.around { scale: 0.15 }',
);
