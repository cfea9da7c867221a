import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on our element, made invisible by its own attribute, copies the token.', (host) => {
  host.setAttribute(
    'style',
    'opacity: 0.05 !important; transform: scale(0.1) !important; color: transparent !important',
  );
  host.setAttribute('part', 'any');
  host.slot = 'any';
  host.hidden = true;
});
