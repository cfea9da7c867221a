import { pounce } from '../../kit/clickjack.ts';

export default pounce(
  'Somebody who goes through a decoy by Tab and presses Enter copies the token.',
  (host) => {
    const field = document.createElement('input');
    const token = host.previousElementSibling as HTMLElement;
    token.tabIndex = -1;
    token.before(field);
    field.focus({ preventScroll: true });
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white; pointer-events: none';
    cover.textContent = 'Click here to win';
    document.body.append(cover);
  },
  async (stage) => {
    await stage.tab.keyboard.press('Tab');
    await stage.beSeen();
    await stage.tab.keyboard.press('Enter');
  },
);
