import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a picture with a hole of two pixels copies the token.', (host) => {
  const { left, top, width, height } = host.getBoundingClientRect();
  const middle = `${left + width / 2 - 1}px ${top + height / 2 - 1}px`;
  const [x, y] = middle.split(' ');
  for (const place of [
    `left: 0; right: 0; top: 0; height: ${y}`,
    `left: 0; right: 0; bottom: 0; top: calc(${y} + 2px)`,
    `left: 0; width: ${x}; top: 0; bottom: 0`,
    `right: 0; left: calc(${x} + 2px); top: 0; bottom: 0`,
  ]) {
    const cover = document.createElement('div');
    cover.style.cssText = `position: fixed; ${place}; z-index: 9; background: white; pointer-events: none`;
    document.body.append(cover);
  }
});
