import { restyle } from '../../kit/clickjack.ts';

export default restyle('A click on a label in mirror writing copies the token.', '.around { transform: scaleX(-1) }');
