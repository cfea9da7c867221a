import { clickMiddle, pounce } from '../../kit/clickjack.ts';

export default pounce(
  'A click on a picture that a style sheet takes away while the mouse is down copies the token.',
  () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white; pointer-events: none';
    cover.textContent = 'Click here to win';
    document.body.append(cover);
    cover.className = 'cover';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '.cover { transition: visibility 0s 3s } body:has(token-desk-copy:hover) .cover { visibility: hidden; transition: none }',
    );
    document.adoptedStyleSheets.push(sheet);
  },
  clickMiddle,
);
