import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a button whose label is painted over copies the token.', (host) => {
  const { left, top, width, height } = host.getBoundingClientRect();
  const cover = document.createElement('div');
  cover.textContent = 'OK';
  cover.style.cssText = `position: fixed; left: ${left + 12}px; top: ${top + 3}px; width: ${width - 16}px; height: ${height - 6}px; z-index: 9; background: white; pointer-events: none`;
  document.body.append(cover);
});
