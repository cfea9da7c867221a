import { clickMiddle, pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A click on a blank place where the whole page appears at once copies the token.',
  () => {
    document.body.style.filter = 'brightness(99)';
    window.addEventListener('pointermove', () => document.body.style.removeProperty('filter'), true);
  },
  clickMiddle,
);
