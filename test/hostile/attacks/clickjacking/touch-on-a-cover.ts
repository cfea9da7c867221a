import { pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A tap on a picture that lies over the button, and goes with the touch, copies the token.',
  () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white; pointer-events: none';
    cover.textContent = 'Click here to win';
    document.body.append(cover);
    window.addEventListener('touchstart', () => cover.remove(), true);
  },
  ({ tab }, { x, y, width, height }) => tab.touchscreen.tap(x + width / 2, y + height / 2),
);
