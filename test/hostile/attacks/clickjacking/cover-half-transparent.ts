import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a milky layer copies the token.', () => {
  const cover = document.createElement('div');
  cover.style.cssText =
    'position: fixed; inset: 0; z-index: 9; background: rgb(255 255 255 / 97%); pointer-events: none';
  document.body.append(cover);
});
