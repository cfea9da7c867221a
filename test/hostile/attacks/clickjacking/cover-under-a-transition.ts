import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on the frozen picture of a layer that has gone copies the token.', () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root { view-transition-name: none }
    .decoy { view-transition-name: decoy }
    ::view-transition { pointer-events: none }
    @keyframes stay { from, to { opacity: 1 } }
    ::view-transition-group(*), ::view-transition-old(*) { animation: stay 90s; pointer-events: none }
  `);
  document.adoptedStyleSheets.push(sheet);
  const cover = document.createElement('div');
  cover.className = 'decoy';
  cover.textContent = 'Click here to win';
  cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white';
  document.body.append(cover);
  return document.startViewTransition(() => cover.remove()).ready;
});
