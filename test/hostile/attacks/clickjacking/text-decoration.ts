import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a label that is struck through from top to bottom copies the token.',
  '.outer, .around { text-decoration: line-through underline overline white 30px; text-decoration-skip: none }',
);
