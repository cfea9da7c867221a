import { clickMiddle, pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A click on an empty place where the button fades in at once copies the token.',
  (host) => {
    const parent = host.parentElement as HTMLElement;
    parent.style.opacity = '0.15';
    window.addEventListener('pointermove', () => parent.style.removeProperty('opacity'), true);
  },
  clickMiddle,
);
