import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a framed page copies the token.', () => {
  const cover = document.createElement('iframe');
  cover.style.cssText =
    'position: fixed; inset: 0; z-index: 9; width: 100%; height: 100%; border: 0; pointer-events: none';
  cover.srcdoc = '<body style="background: white">Click here to win';
  document.body.append(cover);
});
