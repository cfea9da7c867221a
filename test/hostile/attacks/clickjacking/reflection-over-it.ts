import { restyle } from '../../kit/clickjack.ts';

export default {
  ...restyle(
    'A click on the mirror image of a decoy copies the token.',
    `.around::before { content: "Click here to win a prize today"; position: absolute; inset: 0 100% 0 -100%; background: white; -webkit-box-reflect: right }
.around { position: relative; }`,
  ),
  // Firefox reflects nothing.
  browsers: ['chromium'] as const,
};
