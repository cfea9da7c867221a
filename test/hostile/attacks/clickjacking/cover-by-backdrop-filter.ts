import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on frosted glass copies the token.', () => {
  const cover = document.createElement('div');
  cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; backdrop-filter: blur(20px); pointer-events: none';
  document.body.append(cover);
});
