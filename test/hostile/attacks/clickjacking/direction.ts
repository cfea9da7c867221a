import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a label in the wrong order copies the token.',
  // The row stays in its order: only what is inherited changes.
  `.around { direction: rtl; flex-direction: row-reverse }
token-desk-copy { direction: rtl !important; unicode-bidi: bidi-override !important }`,
);
