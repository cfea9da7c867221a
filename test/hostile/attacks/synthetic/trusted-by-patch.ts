import { presses } from '../../kit/page-script.ts';

export default presses('An event that says of itself that a person made it copies the token.', (host) => {
  for (const target of [Event, UIEvent, MouseEvent, PointerEvent])
    try {
      Object.defineProperty(target.prototype, 'isTrusted', { get: () => true, configurable: true });
    } catch {
      // The browser keeps its own.
    }
  const event = new PointerEvent('click', { bubbles: true, composed: true, detail: 1 });
  try {
    Object.defineProperty(event, 'isTrusted', { value: true });
  } catch {
    // It is not to be overwritten.
  }
  host.dispatchEvent(event);
});
