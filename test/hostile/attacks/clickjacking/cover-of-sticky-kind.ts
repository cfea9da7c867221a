import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a bar that sticks over the button, and takes no clicks, copies the token.', () => {
  const cover = document.createElement('p');
  cover.style.cssText =
    'position: sticky; top: 0; z-index: 9; height: 900px; margin: 0 0 -900px; background: white; pointer-events: none';
  document.body.prepend(cover);
});
