import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on the shadow of a box that stands elsewhere copies the token.', () => {
  const cover = document.createElement('div');
  cover.style.cssText =
    'position: fixed; left: 0; top: 0; z-index: 9; width: 1px; height: 1px; box-shadow: 0 0 0 4000px white';
  document.body.append(cover);
});
