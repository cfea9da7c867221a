import { contentScript, sends } from '../../kit/senders.ts';

export default sends('The content script, taken over, has the extension open a tab and read.', contentScript, () => ({
  type: 'read',
}));
