import { observed } from '../../kit/observed.ts';
import { contentScript, sends } from '../../kit/senders.ts';

export default sends('A label that is too long fills the storage and the popup.', contentScript, () =>
  observed({ label: 'a'.repeat(1_000_000) }),
);
