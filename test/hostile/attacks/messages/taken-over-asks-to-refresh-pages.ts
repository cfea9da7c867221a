import { contentScript, sends } from '../../kit/senders.ts';

export default sends('The content script, taken over, has other pages loaded anew.', contentScript, () => ({
  type: 'refreshPage',
}));
