import { pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A click anywhere, the button being always under the pointer, copies the token.',
  (host) => {
    const parent = host.parentElement as HTMLElement;
    const { left, top, width, height } = host.getBoundingClientRect();
    window.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        parent.style.translate = `${clientX - left - width / 2}px ${clientY - top - height / 2}px`;
      },
      true,
    );
  },
  async ({ tab }) => {
    for (let x = 100; x <= 700; x += 20) await tab.mouse.move(x, 450);
    await tab.mouse.click(720, 450);
  },
);
