import { contentScript, sends } from '../../kit/senders.ts';

export default sends('Keys called __proto__ give every object of the background a type.', contentScript, () =>
  JSON.parse('{"__proto__": {"type": "read"}, "constructor": {"prototype": {"type": "read"}}, "type": "read"}'),
);
