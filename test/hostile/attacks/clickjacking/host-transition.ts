import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on our element, which a rule of the page makes invisible, copies the token.',
  'token-desk-copy { transition: all 1ms !important; opacity: 0.05 !important; translate: 0 40px !important }',
);
