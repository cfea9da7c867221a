import { pounce } from '../../kit/clickjack.ts';

export default pounce(
  'The second click of a double click on a decoy, which goes at the first, copies the token.',
  () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white';
    cover.textContent = 'Click here to win';
    document.body.append(cover);
    cover.addEventListener('mousedown', () => cover.remove());
  },
  (stage, { x, y, width, height }) => stage.tab.mouse.click(x + width / 2, y + height / 2, { count: 2 }),
);
