import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a box that is nothing but border copies the token.', () => {
  const cover = document.createElement('div');
  cover.style.cssText =
    'position: fixed; left: 0; top: 0; z-index: 9; width: 0; height: 0; border: 2000px solid white; pointer-events: none';
  document.body.append(cover);
});
