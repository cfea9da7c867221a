import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a picture in a closed shadow root copies the token.', () => {
  const box = document.createElement('div');
  box.attachShadow({ mode: 'closed' }).innerHTML =
    '<div style="position: fixed; inset: 0; z-index: 9; background: white; pointer-events: none">Click here to win</div>';
  document.body.append(box);
});
