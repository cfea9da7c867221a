import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a vector picture copies the token.', () => {
  const cover = document.createElement('div');
  cover.innerHTML = '<svg viewBox="0 0 9 9"><rect width="9" height="9" fill="white"/></svg>';
  const svg = cover.firstElementChild as SVGElement;
  svg.style.cssText =
    'position: fixed; left: 0; top: 0; z-index: 9; width: 3000px; height: 3000px; pointer-events: none';
  document.body.append(svg);
});
