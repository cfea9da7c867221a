import { frame, sends } from '../../kit/senders.ts';
import { startOf } from '../../kit/start.ts';

export default sends('Whoever sends what the popup sends has the token changed.', frame, (stage) =>
  startOf(stage, 'regenerate'),
);
