import { clickjack } from '../../kit/clickjack.ts';

export default clickjack(
  'A click on our element, which a rule of the page makes invisible, copies the token.',
  (host) => {
    const sheet = new CSSStyleSheet();
    // One rule each: a selector that a browser does not know would take its whole list along.
    for (const each of ['token-desk-copy::part(button)', 'token-desk-copy ::slotted(*)', 'token-desk-copy *'])
      sheet.insertRule(`${each} { opacity: 0.05 !important }`);
    document.adoptedStyleSheets.push(sheet);
    // Chromium dresses the parts of an element by a new sheet only when it comes in anew.
    const place = document.createComment('');
    host.replaceWith(place);
    place.replaceWith(host);
  },
);
