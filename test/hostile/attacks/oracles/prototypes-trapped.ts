import { learns } from '../../kit/page-script.ts';

export default learns(
  'Traps in what our script must use are given the token.',
  () => undefined,
  (_, learnt) => {
    learnt.push(...(globalThis as never as { given: unknown[] }).given);
  },
  {
    preload: () => {
      const given: unknown[] = [];
      Object.assign(globalThis, { given });
      for (const name of ['token', 'report', 'page', 'value'])
        Object.defineProperty(Object.prototype, name, {
          configurable: true,
          set(this: object, value: unknown) {
            // Only what others set: the page's own elements have a value, too.
            if (!(this instanceof Node)) given.push(typeof value === 'string' ? value : null);
            Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
          },
        });
    },
  },
);
