import { clickjack } from '../../kit/clickjack.ts';

export default clickjack(
  'A click into a faint box, into which our element is put again and again, copies the token.',
  (host) => {
    const box = document.createElement('div');
    box.style.cssText = 'opacity: 0.1';
    host.parentElement?.before(box);
    setInterval(() => host.parentNode !== box && box.append(host), 1);
  },
);
