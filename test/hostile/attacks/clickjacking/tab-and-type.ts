import { pounce } from '../../kit/clickjack.ts';

export default pounce(
  'Somebody who types on after a Tab, and meets our button instead of the next field, copies the token.',
  (host) => {
    const field = document.createElement('input');
    const token = host.previousElementSibling as HTMLElement;
    token.tabIndex = -1;
    token.before(field);
    field.focus();
  },
  async ({ tab }) => {
    await tab.keyboard.press('Tab');
    await tab.keyboard.press(' ');
    await tab.keyboard.press('Enter');
  },
);
