import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a film copies the token.', () => {
  const cover = document.createElement('video');
  cover.style.cssText =
    'position: fixed; inset: 0; z-index: 9; width: 100%; height: 100%; background: black; pointer-events: none';
  cover.controls = true;
  document.body.append(cover);
});
