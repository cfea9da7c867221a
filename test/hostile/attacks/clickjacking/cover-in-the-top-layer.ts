import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a popover that takes no clicks copies the token.', () => {
  const cover = document.createElement('div');
  cover.style.cssText = 'inset: 0; width: 100%; height: 100%; background: white; pointer-events: none';
  cover.popover = 'manual';
  cover.textContent = 'Click here to win';
  document.body.append(cover);
  cover.showPopover();
});
