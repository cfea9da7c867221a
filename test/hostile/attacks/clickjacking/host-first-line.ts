import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a button without a word copies the token.',
  `.around::first-line, token-desk-copy::first-line { color: transparent; font-size: 0; letter-spacing: 90px;
    text-shadow: 0 0 4px white, 4px 0 white, -4px 0 white; text-transform: full-width; line-height: 0 }`,
  // The smallest that the button makes itself anyway.
  { before: '.around { font-size: 10px }' },
);
