import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a picture that stands elsewhere, and is moved over the button, copies the token.',
  'h1::before { content: ""; position: absolute; left: -9000px; top: 0; width: 9000px; height: 900px; z-index: 9; background: white; transform: translateX(9000px); pointer-events: none }',
);
