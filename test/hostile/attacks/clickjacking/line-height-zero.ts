import { restyle } from '../../kit/clickjack.ts';

export default restyle('A click on a button without a word copies the token.', '.around { line-height: 0 }');
