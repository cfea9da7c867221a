import { observed } from '../../kit/observed.ts';
import { contentScript, sends } from '../../kit/senders.ts';

export default sends('A token with direction characters shows another value than it holds.', contentScript, () =>
  observed({ token: `${'a'.repeat(16)}\u202e${'b'.repeat(16)}` }),
);
