import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a button in a font that a script made without size copies the token.', (host) => {
  const sources = ['DejaVu Sans', 'Liberation Sans', 'Arial', 'Helvetica', 'Noto Sans'].map(
    (name) => `local('${name}')`,
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@font-face { font-family: Rogue; size-adjust: 0%; src: ${sources.join()} }`);
  document.adoptedStyleSheets.push(sheet);
  host.parentElement?.style.setProperty('font-family', '"Ro\\67ue"');
});
