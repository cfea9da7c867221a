import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a button whose label is selected in white on white copies the token.', (host) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '*::selection, token-desk-copy::selection { color: white; background: white } token-desk-copy { user-select: all !important }',
  );
  document.adoptedStyleSheets.push(sheet);
  getSelection()?.selectAllChildren(host.parentElement as HTMLElement);
});
