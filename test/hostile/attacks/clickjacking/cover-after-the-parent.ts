import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a picture that belongs to what the button stands in copies the token.',
  `.around { position: relative }
.around::after { content: "Win"; position: absolute; inset: -9px; z-index: 9; background: white; pointer-events: none }`,
);
