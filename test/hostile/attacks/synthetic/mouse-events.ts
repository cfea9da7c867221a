import { presses } from '../../kit/page-script.ts';

export default presses('Mouse events made by the page, with the place of our button, copy the token.', (host) => {
  const { left, top, width, height } = host.getBoundingClientRect();
  const place = { clientX: left + width / 2, clientY: top + height / 2, button: 0, detail: 1, view: window };
  for (const type of ['mouseover', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'])
    for (const target of [host, document.elementFromPoint(place.clientX, place.clientY)])
      target?.dispatchEvent(new MouseEvent(type, { ...place, bubbles: true, cancelable: true, composed: true }));
});
