import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on what a filter of the page paints white copies the token.', (host) => {
  const box = document.createElement('div');
  box.innerHTML = '<svg width="0" height="0"><filter id="white"><feFlood flood-color="white"/></filter></svg>';
  document.body.append(box);
  host.parentElement?.style.setProperty('filter', 'url(#white)');
});
