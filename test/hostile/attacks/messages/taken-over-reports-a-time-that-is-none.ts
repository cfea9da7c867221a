import { observed } from '../../kit/observed.ts';
import { contentScript, sends } from '../../kit/senders.ts';

export default sends('A time that is no number makes all that comes later look old.', contentScript, () =>
  observed({}, { asOf: Number.MAX_VALUE }),
);
