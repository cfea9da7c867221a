import { clickMiddle, pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A click on a place where the token is drawn at the last moment copies the token.',
  (host) => {
    const parent = host.parentElement as HTMLElement;
    const input = parent.querySelector('input') as HTMLInputElement;
    const { value } = input;
    input.value = '';
    parent.style.visibility = 'hidden';
    window.addEventListener(
      'pointermove',
      () => {
        input.value = value;
        parent.style.removeProperty('visibility');
      },
      true,
    );
  },
  async (stage, box) => {
    await stage.tab.mouse.move(box.x + 9, box.y + 9);
    await stage.tab.waitForSelector('token-desk-copy', { timeout: 3000 });
    await clickMiddle(stage, box);
  },
);
