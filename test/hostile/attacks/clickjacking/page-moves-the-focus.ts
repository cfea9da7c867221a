import { pounce } from '../../kit/clickjack.ts';

export default pounce(
  'Somebody who presses Enter, while the page has moved the focus to our element, copies the token.',
  (host) => {
    host.tabIndex = 0;
    addEventListener('keydown', () => host.focus({ focusVisible: true } as FocusOptions), true);
  },
  async ({ tab }) => {
    await tab.keyboard.press('a');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press(' ');
  },
  'keydown',
);
