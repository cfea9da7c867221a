import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a border that is drawn far outside of its box copies the token.', () => {
  const cover = document.createElement('div');
  cover.style.cssText =
    'position: fixed; left: 0; top: 0; z-index: 9; width: 2px; height: 2px; border: 1px solid; border-image: linear-gradient(white, white) 1 fill / 1px / 3000px';
  document.body.append(cover);
});
