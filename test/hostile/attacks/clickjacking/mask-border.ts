import { restyle } from '../../kit/clickjack.ts';

export default {
  ...restyle(
    'A click on a part that a mask in the border hides copies the token.',
    '.around { -webkit-mask-box-image: linear-gradient(rgb(0 0 0 / 10%), rgb(0 0 0 / 10%)) }',
  ),
  // Firefox knows no mask in the border.
  browsers: ['chromium'] as const,
};
