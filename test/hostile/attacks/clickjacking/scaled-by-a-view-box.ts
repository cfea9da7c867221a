import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a speck in a vector picture copies the token.', (host) => {
  const parent = host.parentElement as HTMLElement;
  const box = document.createElement('div');
  box.innerHTML =
    '<svg width="900" height="500" viewBox="0 0 5000 3000"><foreignObject width="5000" height="3000"></foreignObject></svg>';
  parent.before(box);
  box.querySelector('foreignObject')?.append(parent);
});
