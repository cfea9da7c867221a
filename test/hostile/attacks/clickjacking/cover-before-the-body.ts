import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a picture in front of all the page copies the token.',
  'body::before { content: "Click here to win"; position: fixed; inset: 0; z-index: 9; background: white; pointer-events: none }',
);
