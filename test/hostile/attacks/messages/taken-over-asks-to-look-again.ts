import { contentScript, sends } from '../../kit/senders.ts';

export default sends(
  'The content script, taken over, has the extension look for the outcome in a new tab.',
  contentScript,
  () => ({ type: 'lookAgain' }),
);
