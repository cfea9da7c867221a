import { contentScript, sends } from '../../kit/senders.ts';

export default sends('The content script, taken over, sends the person to a sign-in page.', contentScript, () => ({
  type: 'signIn',
}));
