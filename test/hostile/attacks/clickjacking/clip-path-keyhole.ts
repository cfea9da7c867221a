import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click into a keyhole copies the token.', (host) => {
  const parent = host.parentElement as HTMLElement;
  const [inner, around] = [host, parent].map((each) => each.getBoundingClientRect());
  if (inner && around)
    parent.style.clipPath = `circle(5px at ${inner.left - around.left + inner.width / 2}px ${inner.top - around.top + inner.height / 2}px)`;
});
