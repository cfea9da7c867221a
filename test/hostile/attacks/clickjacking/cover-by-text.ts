import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on mere letters, which take no clicks, copies the token.', (host) => {
  const cover = document.createElement('div');
  cover.textContent = '████████████';
  const { top } = host.getBoundingClientRect();
  cover.style.cssText = `position: fixed; left: 0; top: ${top - 100}px; z-index: 9; width: 0; height: 0; font: 300px / 1 monospace; white-space: pre; color: white; pointer-events: none`;
  document.body.append(cover);
});
