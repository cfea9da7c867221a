import { presses } from '../../kit/page-script.ts';

export default presses('Pointer and touch events made by the page copy the token.', (host) => {
  const init = { bubbles: true, cancelable: true, composed: true, isPrimary: true, pointerId: 1, pointerType: 'touch' };
  for (const type of ['pointerover', 'pointerdown', 'gotpointercapture', 'pointerup', 'click'])
    host.dispatchEvent(new PointerEvent(type, init));
  for (const type of ['touchstart', 'touchend']) host.dispatchEvent(new UIEvent(type, init));
});
