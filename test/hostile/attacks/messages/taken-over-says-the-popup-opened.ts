import { contentScript, sends } from '../../kit/senders.ts';

export default sends(
  'The content script, taken over, sets off what the popup does when it opens.',
  contentScript,
  () => ({ type: 'opened' }),
);
