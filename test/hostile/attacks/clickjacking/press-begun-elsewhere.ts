import { clickMiddle, pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A press begun on a decoy, which goes while it is held, copies the token.',
  () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white';
    cover.textContent = 'Click here to win';
    document.body.append(cover);
    cover.addEventListener('mousedown', () => cover.remove());
  },
  clickMiddle,
  'mouseup',
);
