import { restyle } from '../../kit/clickjack.ts';

export default restyle('A click on a patch of pure grey copies the token.', 'body { filter: contrast(0) }');
