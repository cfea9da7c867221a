import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a button without a word copies the token.',
  '.around { font-variation-settings: "wght" 1; font-feature-settings: "smcp", "swsh"; font-stretch: 50%; font-style: oblique 90deg }',
);
