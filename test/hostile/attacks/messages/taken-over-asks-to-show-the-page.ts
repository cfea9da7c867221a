import { contentScript, sends } from '../../kit/senders.ts';

export default sends('The content script, taken over, brings a page to the front.', contentScript, () => ({
  type: 'showPage',
}));
