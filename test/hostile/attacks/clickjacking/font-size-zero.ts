import { restyle } from '../../kit/clickjack.ts';

export default restyle('A click on a button without a word copies the token.', '.around { font-size: 0 }', {
  before: '.around { font-size: 10px }',
});
