import { clobbers } from '../../kit/clobber.ts';

export default clobbers('A polluted Object.prototype turns what our script sends or gets into a request.', () => {
  const polluted = {
    type: 'start',
    kind: 'delete',
    fire: true,
    walked: true,
    step: 'confirming',
    token: 'ab'.repeat(16),
  };
  for (const [name, value] of Object.entries(polluted))
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
});
