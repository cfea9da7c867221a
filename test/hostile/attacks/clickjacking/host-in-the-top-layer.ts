import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on our element, moved into the layer above all others, copies the token.', (host) => {
  host.popover = 'manual';
  host.showPopover();
  host.style.cssText = 'opacity: 0.05 !important; position: fixed !important; inset: 0 !important';
});
