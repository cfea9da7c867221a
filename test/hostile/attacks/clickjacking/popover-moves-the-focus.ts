import { pounce } from '../../kit/clickjack.ts';

export default pounce(
  'Somebody who presses Enter, while a popover has moved the focus to our button, copies the token.',
  (host) => {
    const row = host.parentElement as HTMLElement;
    row.popover = 'manual';
    for (const each of row.querySelectorAll('button')) each.remove();
    row.querySelector('input')?.setAttribute('tabindex', '-1');
    host.tabIndex = 0;
    host.autofocus = true;
    row.style.cssText = 'inset: auto; margin: 0';
    row.showPopover();
    addEventListener(
      'keydown',
      () => {
        row.hidePopover();
        row.showPopover();
      },
      { capture: true, once: true },
    );
  },
  async ({ tab }) => {
    await tab.keyboard.press('a');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press(' ');
  },
  'keydown',
);
