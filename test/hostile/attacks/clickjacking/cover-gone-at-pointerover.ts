import { clickMiddle, pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A click on a picture that goes at the pointerover copies the token.',
  () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white; pointer-events: none';
    cover.textContent = 'Click here to win';
    document.body.append(cover);
    window.addEventListener('pointerover', () => cover.remove(), true);
  },
  clickMiddle,
);
