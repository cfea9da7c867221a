import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a label that a path has turned over copies the token.',
  '.around { offset-path: path("M 300 60 L 100 60"); offset-rotate: 180deg }',
);
