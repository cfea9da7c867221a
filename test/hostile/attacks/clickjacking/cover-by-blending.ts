import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a layer that blends the label away copies the token.', () => {
  const cover = document.createElement('div');
  cover.style.cssText =
    'position: fixed; inset: 0; z-index: 9; background: white; mix-blend-mode: lighten; pointer-events: none';
  document.body.append(cover);
});
