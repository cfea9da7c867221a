import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a drawing copies the token.', () => {
  const cover = document.createElement('canvas');
  cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; width: 100%; height: 100%; pointer-events: none';
  const ink = cover.getContext('2d');
  if (ink) ink.fillStyle = 'white';
  ink?.fillRect(0, 0, 999, 999);
  document.body.append(cover);
});
