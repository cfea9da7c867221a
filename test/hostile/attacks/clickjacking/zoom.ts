import { restyle } from '../../kit/clickjack.ts';

export default restyle('A click on a button too small to be read copies the token.', '.around { zoom: 0.15 }');
