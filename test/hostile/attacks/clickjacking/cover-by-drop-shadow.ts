import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on the drop shadow of a box beyond the edge copies the token.', () => {
  const cover = document.createElement('div');
  cover.style.cssText =
    'position: fixed; left: -4000px; top: 0; z-index: 9; width: 4000px; height: 3000px; background: white; filter: drop-shadow(4000px 0 white)';
  document.body.append(cover);
});
