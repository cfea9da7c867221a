import { pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A thing dragged away and let go over the button copies the token.',
  (host) => {
    const thing = document.createElement('p');
    thing.textContent = 'Drag me';
    thing.draggable = true;
    thing.style.cssText =
      'position: fixed; left: 0; top: 0; z-index: 9; margin: 0; width: 50px; height: 50px; background: gold';
    host.ownerDocument.body.append(thing);
  },
  async ({ tab }, { x, y, width, height }) => {
    await tab.mouse.move(20, 20);
    await tab.mouse.down();
    await tab.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
    await tab.mouse.up();
  },
  'dragenter',
);
