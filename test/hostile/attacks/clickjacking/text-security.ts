import { restyle } from '../../kit/clickjack.ts';

export default restyle('A click on a row of dots copies the token.', '.around { -webkit-text-security: disc }');
