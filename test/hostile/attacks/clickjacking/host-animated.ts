import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on our element, faded by an animation, copies the token.', (host) => {
  host.animate({ opacity: [0.05, 0.05], transform: ['scale(0.1)', 'scale(0.1)'] }, { duration: 99_000, fill: 'both' });
});
