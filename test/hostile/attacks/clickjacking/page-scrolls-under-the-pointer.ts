import { clickMiddle, pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A click on a decoy, from which the page scrolls to the button at the last moment, copies the token.',
  (host) => {
    const { top } = host.getBoundingClientRect();
    document.body.style.paddingBottom = '3000px';
    scrollTo({ top: 200, behavior: 'instant' });
    const gap = top - host.getBoundingClientRect().top;
    window.addEventListener('pointermove', () => scrollBy({ top: -gap, behavior: 'instant' }), {
      capture: true,
      once: true,
    });
  },
  clickMiddle,
);
