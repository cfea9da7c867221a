import { clobbers } from '../../kit/clobber.ts';

export default clobbers('Patched arrays, promises and maps make our script take another value.', () => {
  const fake = 'ba98'.repeat(8);
  Array.prototype.filter = function filter() {
    return [fake] as never;
  };
  Array.prototype.map = function map() {
    return [fake] as never;
  };
  // biome-ignore lint/suspicious/noThenProperty: what is attacked is just this
  Promise.prototype.then = function then(this: Promise<unknown>, resolve?: ((value: never) => unknown) | null) {
    resolve?.({ fire: true, token: fake } as never);
    return this;
  } as never;
  Map.prototype.get = () => ({ kind: 'pressed', changed: true });
  WeakMap.prototype.has = () => true;
  JSON.parse = () => ({ type: 'operate', kind: 'delete' });
});
