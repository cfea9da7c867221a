import { contentScript, sends } from '../../kit/senders.ts';

export default sends('The content script, taken over, ends a read of the person.', contentScript, () => ({
  type: 'cancelReading',
}));
