import { restyle } from '../../kit/clickjack.ts';

export default restyle('A click on a whole page too small to be read copies the token.', 'html { zoom: 0.2 }');
