import { someId } from '../../kit/planted.ts';
import { contentScript, sends } from '../../kit/senders.ts';

const task = {
  document: someId('d'),
  intent: someId('b'),
  kind: 'regenerate',
  expected: null,
  orgId: null,
  label: null,
  until: Number.MAX_SAFE_INTEGER,
};

export default sends('A command sent by a content script is carried out in a page.', contentScript, () => ({
  type: 'operate',
  ...task,
}));
