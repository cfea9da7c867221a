import { clobbers } from '../../kit/clobber.ts';

export default clobbers('A patched hash makes every token the one that was confirmed.', () => {
  SubtleCrypto.prototype.digest = async () => new ArrayBuffer(32);
  Crypto.prototype.getRandomValues = (array) => array;
  TextEncoder.prototype.encode = () => new Uint8Array(1);
  Date.now = () => 4e12;
  Performance.prototype.now = () => 0;
});
