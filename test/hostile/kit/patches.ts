/** Built-ins patched in the page's world, so that it is told of each call. Runs before all scripts of a page. */
export function tellOfCalls(): void {
  const spied: string[] = [];
  const { assign } = Object;
  const patch = (owner: object, name: string) => {
    const { value, get } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
    const real = value ?? get;
    if (typeof real !== 'function') return;
    const told = function told(this: unknown, ...args: unknown[]) {
      spied.push(name);
      return real.apply(this, args);
    };
    Object.defineProperty(owner, name, {
      configurable: true,
      ...(value ? { value: told, writable: true } : { get: told }),
    });
  };
  const patchAll = (owner: object) => {
    for (const name of Object.getOwnPropertyNames(owner)) if (name !== 'constructor') patch(owner, name);
  };
  const nodes = [Document, Element, HTMLElement, Node, EventTarget, ShadowRoot, Range, DOMParser, MutationObserver];
  const others = [Map, WeakMap, Set, Promise, Performance, SubtleCrypto, Crypto];
  for (const { prototype } of [...nodes, ...others]) patchAll(prototype);
  for (const owner of [JSON, Object, Reflect]) patchAll(owner);
  for (const name of ['getComputedStyle', 'setTimeout', 'clearTimeout', 'fetch', 'postMessage'])
    patch(globalThis, name);
  // Patching calls, too; the page itself calls nothing.
  spied.length = 0;
  assign(globalThis, { spied });
}
