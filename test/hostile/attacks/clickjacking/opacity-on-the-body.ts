import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click into what looks like an empty page copies the token.', () => {
  document.body.style.opacity = '0.01';
});
