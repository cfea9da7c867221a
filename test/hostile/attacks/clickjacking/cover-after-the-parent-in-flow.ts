import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a picture that was pulled over the button in the flow copies the token.',
  '.around::after { content: ""; display: block; flex: none; position: relative; z-index: 9; width: 900px; height: 300px; margin: -150px -900px; background: white; pointer-events: none; }',
);
