import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on an image copies the token.', () => {
  const cover = document.createElement('img');
  cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; width: 3000px; height: 3000px; pointer-events: none';
  const white = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="999" height="999" fill="white"/></svg>';
  cover.src = `data:image/svg+xml,${encodeURIComponent(white)}`;
  document.body.append(cover);
});
