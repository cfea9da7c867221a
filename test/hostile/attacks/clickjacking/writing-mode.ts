import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a label that stands upright copies the token.',
  `.around > * { writing-mode: horizontal-tb }
.around { writing-mode: vertical-rl; text-orientation: upright }`,
);
