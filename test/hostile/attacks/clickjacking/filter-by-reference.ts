import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on what a filter of the page paints white copies the token.', (host) => {
  const box = document.createElement('div');
  // Of what is drawn: under a flood alone, Firefox finds nothing to click on.
  const white = '0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0 0 0 1 0';
  box.innerHTML = `<svg width="0" height="0"><filter id="white"><feColorMatrix values="${white}"/></filter></svg>`;
  document.body.append(box);
  host.parentElement?.style.setProperty('filter', 'url(#white)');
});
