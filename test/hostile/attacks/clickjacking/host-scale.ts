import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on our element, which a rule of the page makes invisible, copies the token.',
  'token-desk-copy { scale: 0.1 !important; zoom: 0.2 !important }',
);
