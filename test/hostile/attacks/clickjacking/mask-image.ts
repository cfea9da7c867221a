import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a part that is masked away copies the token.',
  '.around { mask-image: linear-gradient(rgb(0 0 0 / 10%), rgb(0 0 0 / 10%)) }',
);
