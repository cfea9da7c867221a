import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a layer that lies in the page, and takes no clicks, copies the token.', () => {
  const cover = document.createElement('p');
  cover.style.cssText = 'position: absolute; inset: 0; z-index: 9; margin: 0; background: white; pointer-events: none';
  cover.textContent = 'Click here to win';
  document.body.append(cover);
});
