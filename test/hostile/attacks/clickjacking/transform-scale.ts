import { restyle } from '../../kit/clickjack.ts';

export default restyle('A click on a speck copies the token.', '.around { transform: scale(0.15) }');
