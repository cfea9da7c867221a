import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on the shadow of text beyond the edge copies the token.', (host) => {
  const cover = document.createElement('div');
  cover.textContent = '████████████';
  const { top } = host.getBoundingClientRect();
  cover.style.cssText = `position: fixed; left: -4000px; top: ${top - 200}px; z-index: 9; font: 400px monospace; white-space: pre; text-shadow: 4000px 0 white`;
  document.body.append(cover);
});
