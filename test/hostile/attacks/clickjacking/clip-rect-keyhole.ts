import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click into a hole of the old kind copies the token.', (host) => {
  const parent = host.parentElement as HTMLElement;
  parent.style.position = 'absolute';
  const [inner, around] = [host, parent].map((each) => each.getBoundingClientRect());
  if (!inner || !around) return;
  const [x, y] = [inner.left - around.left + inner.width / 2, inner.top - around.top + inner.height / 2];
  parent.style.clip = `rect(${y - 4}px, ${x + 4}px, ${y + 4}px, ${x - 4}px)`;
});
