import { contentScript, sends } from '../../kit/senders.ts';

export default sends('The content script, taken over, opens tabs in front of the person.', contentScript, () => ({
  type: 'openDashboard',
}));
