import { observed } from '../../kit/observed.ts';
import { contentScript, sends } from '../../kit/senders.ts';

export default sends('A token that is too long fills the memory and the popup.', contentScript, () =>
  observed({ token: 'a'.repeat(100_000) }),
);
