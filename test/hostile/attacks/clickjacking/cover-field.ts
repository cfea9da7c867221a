import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a field that takes no clicks copies the token.', () => {
  const cover = document.createElement('textarea');
  cover.style.cssText =
    'position: fixed; inset: 0; z-index: 9; width: 100%; height: 100%; background: white; pointer-events: none';
  cover.value = 'Click here to win';
  document.body.append(cover);
});
