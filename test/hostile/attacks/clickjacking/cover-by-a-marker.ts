import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on the marker of a list copies the token.', (host) => {
  const cover = document.createElement('ul');
  cover.innerHTML = '<li class="marked">.</li>';
  const { top, left } = host.getBoundingClientRect();
  cover.style.cssText = `position: fixed; left: ${left + 300}px; top: ${top - 200}px; z-index: 9; margin: 0; padding: 0; font: 300px / 1 monospace; color: white; pointer-events: none`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.marked::marker { content: "████████" }');
  document.adoptedStyleSheets.push(sheet);
  document.body.append(cover);
});
