import { restyle } from '../../kit/clickjack.ts';

export default restyle('A click on the back of the button copies the token.', '.around { transform: rotateY(180deg) }');
