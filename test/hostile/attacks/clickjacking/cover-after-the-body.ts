import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a picture that comes after all the page copies the token.',
  'body::after { content: ""; position: absolute; inset: 0; z-index: 9; background: white; pointer-events: none }',
);
