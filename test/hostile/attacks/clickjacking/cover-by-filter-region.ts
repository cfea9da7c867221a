import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on what a filter draws around a small box copies the token.', () => {
  const box = document.createElement('div');
  const region = 'x="-9000%" y="-9000%" width="99999%" height="99999%"';
  box.innerHTML = `<svg width="0" height="0"><filter id="white" ${region}><feFlood flood-color="white"/></filter></svg>`;
  const cover = document.createElement('div');
  cover.style.cssText =
    'position: fixed; left: 0; top: 0; z-index: 9; width: 20px; height: 20px; background: white; filter: url(#white)';
  document.body.append(box, cover);
});
