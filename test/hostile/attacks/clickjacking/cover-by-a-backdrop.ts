import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on what lies behind a popover elsewhere copies the token.', () => {
  const cover = document.createElement('div');
  cover.style.cssText = 'inset: auto 0 0 auto; width: 9px; height: 9px';
  cover.popover = 'manual';
  cover.className = 'elsewhere';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.elsewhere::backdrop { background: white }');
  document.adoptedStyleSheets.push(sheet);
  document.body.append(cover);
  cover.showPopover();
});
