import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a picture that was made inert copies the token.', () => {
  const cover = document.createElement('div');
  cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white';
  cover.inert = true;
  cover.textContent = 'Click here to win';
  document.body.append(cover);
});
