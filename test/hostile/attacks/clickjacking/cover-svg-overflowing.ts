import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a vector picture that is drawn far beyond its box copies the token.', () => {
  const cover = document.createElement('div');
  cover.innerHTML = '<svg width="9" height="9"><rect width="3000" height="3000" fill="white"/></svg>';
  const svg = cover.firstElementChild as SVGElement;
  svg.style.cssText = 'position: fixed; left: 0; top: 0; z-index: 9; overflow: visible; pointer-events: none';
  document.body.append(svg);
});
