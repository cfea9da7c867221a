import { pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A click on a decoy, under which the button jumps at the last moment, copies the token.',
  (host) => {
    const parent = host.parentElement as HTMLElement;
    const { left, top, width, height } = host.getBoundingClientRect();
    window.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        if (clientY < 400 || parent.style.translate) return;
        parent.style.translate = `${clientX - left - width / 2}px ${clientY - top - height / 2}px`;
      },
      true,
    );
  },
  (stage) => stage.tab.mouse.click(500, 450),
);
