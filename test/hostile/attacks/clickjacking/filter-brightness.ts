import { restyle } from '../../kit/clickjack.ts';

export default restyle('A click on a patch of pure white copies the token.', '.outer { filter: brightness(50) }');
