import { plant } from '../../kit/planted.ts';
import { contentScript, sends } from '../../kit/senders.ts';

export default sends(
  'The content script, taken over, hides what became of an operation.',
  contentScript,
  async (stage) => {
    const outcome = { kind: 'notDone', failure: 'refused' } as const;
    const { id } = await plant(stage, { stage: 'settled', firedAt: Date.now(), settledAt: Date.now(), outcome });
    return { type: 'dismiss', notice: `notDone ${id}` };
  },
);
