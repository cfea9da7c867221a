import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a button that three faint layers make invisible together copies the token.',
  'body, .outer, .around { opacity: 0.5 }',
);
