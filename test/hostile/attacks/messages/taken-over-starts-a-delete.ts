import { contentScript, sends } from '../../kit/senders.ts';
import { startOf } from '../../kit/start.ts';

export default sends('Whoever sends what the popup sends has the token changed.', contentScript, (stage) =>
  startOf(stage, 'delete'),
);
