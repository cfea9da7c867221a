import { clobbers } from '../../kit/clobber.ts';

export default clobbers(
  'Patched getters and methods of elements hand our script another value and other buttons.',
  () => {
    const fake = 'dc54'.repeat(8);
    const get = (owner: object, name: string, value: unknown) =>
      Object.defineProperty(owner, name, { configurable: true, get: () => value });
    get(HTMLInputElement.prototype, 'value', fake);
    get(Node.prototype, 'textContent', fake);
    get(Element.prototype, 'shadowRoot', null);
    Element.prototype.closest = () => null;
    Element.prototype.matches = (() => true) as never;
    Element.prototype.getAttribute = () => fake;
    window.getComputedStyle = () => ({ display: 'block', visibility: 'visible', opacity: '1' }) as CSSStyleDeclaration;
  },
);
